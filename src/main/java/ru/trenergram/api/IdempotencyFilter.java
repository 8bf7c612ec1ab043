package ru.trenergram.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.UrlPathHelper;
import org.springframework.web.util.WebUtils;
import ru.trenergram.api.IdempotencyKeys.Answer;
import ru.trenergram.api.IdempotencyKeys.Call;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Hashes;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Refusals;

/**
 * Makes a write with an {@code Idempotency-Key} happen once, however often it is sent. The key is taken and the answer
 * kept in the transaction of the write itself, so neither can be there without the other; a second request with the key
 * waits for the first one's transaction. A refusal changes nothing and is kept behind the rolled back transaction; of
 * several requests at once that were refused, all get the answer that was kept first.
 */
class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final Set<String> WRITES = Set.of("POST", "PUT", "DELETE", "PATCH");
    private static final String KEY_REQUIRED = "/api/v1/bookings";
    private static final Pattern MONEY =
            Pattern.compile("/api/v1/users/trainer/[^/]+/client/[^/]+/(topup|adjustment)/?");

    private final IdempotencyKeys keys;
    private final TransactionTemplate transaction;
    private final Refusals refusals;

    IdempotencyFilter(IdempotencyKeys keys, TransactionTemplate transaction, Refusals refusals) {
        this.keys = keys;
        this.transaction = transaction;
        this.refusals = refusals;
    }

    /** Bookings and money must not be made twice; every other write may have a key. */
    static boolean requiresKey(String path) {
        return path.startsWith(KEY_REQUIRED) || MONEY.matcher(path).matches();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !WRITES.contains(request.getMethod())
                || !UrlPathHelper.defaultInstance
                        .getPathWithinApplication(request)
                        .startsWith("/api/v1/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        if (!(request.getUserPrincipal() instanceof Authentication authentication)
                || !(authentication.getPrincipal() instanceof Caller caller)) {
            chain.doFilter(request, response);
        } else if (key == null) {
            if (requiresKey(UrlPathHelper.defaultInstance.getPathWithinApplication(request))) {
                refuse(ErrorCode.IDEMPOTENCY_KEY_REQUIRED, request, response);
            } else {
                chain.doFilter(request, response);
            }
        } else if (key.isBlank() || key.length() > 255) {
            refusals.answer(request, response, DomainException.invalid(HEADER, "size", 1, 255));
        } else {
            once(new Call(caller.userId(), key, fingerprint(request)), request, response, chain);
        }
    }

    private void once(Call call, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var buffered = new ContentCachingResponseWrapper(response);
        Optional<Answer> former;
        try {
            former = transaction.execute(status -> {
                Optional<Answer> kept = keys.claim(call);
                if (kept.isPresent()) {
                    return kept;
                }
                proceed(chain, request, buffered);
                if (buffered.getStatus() >= 400) {
                    status.setRollbackOnly();
                } else {
                    keys.keep(call, answer(buffered));
                }
                return Optional.empty();
            });
            if (former.isEmpty() && buffered.getStatus() >= 400 && buffered.getStatus() < 500) {
                former = keys.keepRefusal(call, answer(buffered));
            }
        } catch (RuntimeException failure) {
            // also a commit that fails: what was buffered has not happened and must not be sent
            buffered.reset();
            refusals.answer(request, response, failure);
            return;
        }
        if (former.isPresent()) {
            buffered.resetBuffer();
            repeat(former.get(), call, request, response);
        } else {
            buffered.copyBodyToResponse();
        }
    }

    private static void proceed(FilterChain chain, HttpServletRequest request, HttpServletResponse response) {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    private void repeat(Answer former, Call call, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!former.sameAs(call)) {
            refuse(ErrorCode.IDEMPOTENCY_MISMATCH, request, response);
            return;
        }
        response.setStatus(former.status());
        if (former.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, former.location());
        }
        if (former.status() != HttpStatus.NO_CONTENT.value()) {
            response.setContentType(former.contentType());
            response.getOutputStream().write(former.body());
        }
    }

    private void refuse(ErrorCode code, HttpServletRequest request, HttpServletResponse response) {
        refusals.answer(request, response, new DomainException(code));
    }

    private static Answer answer(ContentCachingResponseWrapper response) {
        return new Answer(
                new byte[0],
                response.getStatus(),
                response.getHeader(HttpHeaders.LOCATION),
                response.getContentType(),
                response.getContentAsByteArray());
    }

    private static byte[] fingerprint(HttpServletRequest request) {
        var buffered = WebUtils.getNativeRequest(request, BodyLimitFilter.BufferedRequest.class);
        String line = request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n";
        return Hashes.sha256(line.getBytes(StandardCharsets.UTF_8), buffered == null ? new byte[0] : buffered.body());
    }
}
