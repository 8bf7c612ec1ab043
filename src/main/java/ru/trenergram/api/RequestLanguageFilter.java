package ru.trenergram.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Lets what refuses a request before it reaches a controller, as Spring Security does, speak the language that the
 * controllers would: without this it is the one of the machine.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class RequestLanguageFilter extends OncePerRequestFilter {

    private final LocaleResolver languages;

    RequestLanguageFilter(LocaleResolver languages) {
        this.languages = languages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
        chain.doFilter(request, response);
    }
}
