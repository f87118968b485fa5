package org.bihuan.identity;

import java.time.Duration;

/**
 * What the sign-in tells everybody about locked accounts; whether one is locked it tells nobody.
 *
 * @param attempts failures in a row after which an account is locked
 * @param lockFor how long it stays locked
 */
public record LockoutAdvice(int attempts, Duration lockFor) {}
