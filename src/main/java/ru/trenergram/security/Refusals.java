package ru.trenergram.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;

/** Answers, in filters, with the problem that a controller's exception would have become. */
@Component
public class Refusals {

    private final HandlerExceptionResolver problems;
    private final LocaleResolver languages;

    Refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems, LocaleResolver languages) {
        this.problems = problems;
        this.languages = languages;
    }

    /** Writes the answer; nothing of one may have been written before. */
    public void answer(HttpServletRequest request, HttpServletResponse response, Exception failure) {
        // in front of the DispatcherServlet nobody has chosen among our languages: texts in the caller's may not exist
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
        if (problems.resolveException(request, response, null, failure) == null) {
            // an untouched response would be a 200
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }
}
