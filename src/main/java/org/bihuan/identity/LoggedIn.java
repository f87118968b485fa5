package org.bihuan.identity;

import java.io.Serial;
import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Who is logged in, by id. */
final class LoggedIn extends User {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long personId;

    LoggedIn(long personId, String login, String hash, boolean enabled, boolean notLocked, List<Duty> duties) {
        super(
                login,
                hash,
                enabled,
                true,
                true,
                notLocked,
                duties.stream()
                        .map(duty -> new SimpleGrantedAuthority("ROLE_" + duty.name()))
                        .toList());
        this.personId = personId;
    }

    long personId() {
        return personId;
    }
}
