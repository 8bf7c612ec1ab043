package ru.trenergram.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.web.filter.OncePerRequestFilter;
import ru.trenergram.api.RateLimits.Kind;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Refusals;

/**
 * Holds off who calls too often: a user by what they read and write, and an address by what it reads and signs in
 * without a token. It stands behind Spring Security, which knows the caller and lets no other call through.
 */
class RateLimitFilter extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final RateLimits limits;
    private final Refusals refusals;

    RateLimitFilter(RateLimits limits, Refusals refusals) {
        this.limits = limits;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = count(request);
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds(); // rounded up
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        refusals.answer(request, response, new DomainException(ErrorCode.RATE_LIMITED, seconds));
    }

    private Duration count(HttpServletRequest request) {
        boolean read = READS.contains(request.getMethod());
        if (request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof Caller caller) {
            return limits.count(read ? Kind.READ : Kind.WRITE, "user " + caller.userId());
        }
        return limits.count(read ? Kind.READ : Kind.SIGN_IN, Networks.of(request.getRemoteAddr()));
    }
}
