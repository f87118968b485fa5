package org.bihuan.identity;

/** A password that is shown once and serves for one login; never logged. */
public record OneTimePassword(long personId, String login, String password) {

    @Override
    public String toString() {
        return "OneTimePassword[" + login + "]";
    }
}
