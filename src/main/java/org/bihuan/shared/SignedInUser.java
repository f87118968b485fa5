package org.bihuan.shared;

import java.util.Optional;

/** Implemented by who knows people: what the user menu says about the person signed in. */
@FunctionalInterface
public interface SignedInUser {

    /** The person signed in, or empty for a visitor. */
    Optional<Face> face();

    /** Name and, in the current language, unit and duty of a person. */
    record Face(String name, String dutyText) {}
}
