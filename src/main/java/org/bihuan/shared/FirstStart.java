package org.bihuan.shared;

import java.util.Optional;

/** Implemented by who creates the first administrator of an empty installation. */
@FunctionalInterface
public interface FirstStart {

    /** Path with the one-time token, {@code /set-up?token=…}, or empty once an administrator exists. */
    Optional<String> setUpPath();
}
