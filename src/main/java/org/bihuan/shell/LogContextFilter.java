package org.bihuan.shell;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.bihuan.shared.LogContext;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the login of the person signed in on every log line of a request, and lets go of the case it was about. */
class LogContextFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String login = request.getRemoteUser();
        try (LogContext named = LogContext.ofUser(login == null ? "-" : login);
                LogContext work = LogContext.work()) {
            chain.doFilter(request, response);
        }
    }
}
