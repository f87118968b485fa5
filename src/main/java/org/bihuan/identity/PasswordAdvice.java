package org.bihuan.identity;

/**
 * What a form says about a password before one is refused.
 *
 * @param atLeast characters at least
 * @param mixed whether three of lower case, upper case, digit and sign are asked for
 */
public record PasswordAdvice(int atLeast, boolean mixed) {}
