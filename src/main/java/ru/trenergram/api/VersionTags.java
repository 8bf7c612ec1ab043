package ru.trenergram.api;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import ru.trenergram.base.Versioned;
import ru.trenergram.base.Versions;

/**
 * Tells the version of what can be edited as its {@code ETag}, for the {@code If-Match} of an edit. It is no validator of
 * a cache: what a person may do with a booking changes with the time, and its version does not.
 */
@RestControllerAdvice
class VersionTags implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Versioned versioned && versioned.version() != null) {
            response.getHeaders().setETag(Versions.etag(versioned.version()));
        }
        return body;
    }
}
