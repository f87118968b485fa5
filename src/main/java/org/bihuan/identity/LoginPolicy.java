package org.bihuan.identity;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How logins are guarded.
 *
 * @param attempts failures in a row after which the account is locked
 * @param lockFor how long it stays locked
 * @param sessionIdle a session not seen for this long is no longer listed
 * @param setupLinkValid how long the first administrator's link may be used
 */
@ConfigurationProperties("bihuan.login")
record LoginPolicy(
        @DefaultValue("5") int attempts,
        @DefaultValue("15m") Duration lockFor,
        @DefaultValue("8h") Duration sessionIdle,
        @DefaultValue("24h") Duration setupLinkValid) {}
