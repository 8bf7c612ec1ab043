package ru.trenergram.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;
import ru.trenergram.base.DomainException;

/** Stops the requests of people who were shut out, or erased, since they got their token or their session. */
class AdmissionFilter extends OncePerRequestFilter {

    private final Admission admission;
    private final Refusal refusal;
    private final SecurityContextHolderStrategy contexts;

    /** What becomes of such a request; nobody is signed in any more. */
    @FunctionalInterface
    interface Refusal {
        void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain, DomainException why)
                throws IOException, ServletException;
    }

    /** @param contexts where the filters before it put who somebody is */
    AdmissionFilter(Admission admission, SecurityContextHolderStrategy contexts, Refusal refusal) {
        this.admission = admission;
        this.contexts = contexts;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = contexts.getContext().getAuthentication();
        try {
            if (who != null && who.getPrincipal() instanceof Caller caller) {
                admission.require(caller.userId());
            }
        } catch (DomainException why) {
            contexts.clearContext();
            refusal.answer(request, response, chain, why);
            return;
        }
        chain.doFilter(request, response);
    }

    /** The panels': the session ends, and whoever asks for a page reads why at the door. */
    static void endSession(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, DomainException why)
            throws IOException, ServletException {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        boolean page = "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                || String.valueOf(request.getHeader("Accept")).contains("text/html");
        if (page && !request.getRequestURI().equals("/login")) {
            response.sendRedirect("/login?" + why.code().code());
        } else {
            chain.doFilter(request, response);
        }
    }
}
