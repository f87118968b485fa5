package org.bihuan.identity;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;

/** Who has logged in, by id; everything else about them is looked up when it is needed. */
record LoggedIn(long personId, String login) implements Principal, Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return login;
    }
}
