package org.bihuan.shell;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Lets in the machine itself and private networks: metrics are collected from inside. */
class LocalOnly implements AuthorizationManager<RequestAuthorizationContext> {

    private static final IpAddressMatcher[] INSIDE = {
        new IpAddressMatcher("127.0.0.0/8"), new IpAddressMatcher("::1"),
        new IpAddressMatcher("10.0.0.0/8"), new IpAddressMatcher("172.16.0.0/12"),
        new IpAddressMatcher("192.168.0.0/16")
    };

    @Override
    @SuppressWarnings("deprecation")
    public AuthorizationDecision check(
            Supplier<@Nullable Authentication> authentication, RequestAuthorizationContext context) {
        for (IpAddressMatcher range : INSIDE) {
            if (range.matches(context.getRequest())) {
                return new AuthorizationDecision(true);
            }
        }
        return new AuthorizationDecision(false);
    }
}
