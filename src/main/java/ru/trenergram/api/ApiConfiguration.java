package ru.trenergram.api;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import ru.trenergram.security.Refusals;

@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotency(
            IdempotencyKeys keys, PlatformTransactionManager transactions, Refusals refusals) {
        var filter = new IdempotencyFilter(keys, new TransactionTemplate(transactions), refusals);
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/api/v1/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE); // behind Spring Security: it needs to know the caller
        return registration;
    }

    @Bean
    FilterRegistrationBean<RateLimitFilter> rateLimits(RateLimits limits, Refusals refusals) {
        var registration = new FilterRegistrationBean<>(new RateLimitFilter(limits, refusals));
        registration.addUrlPatterns("/api/v1/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 1); // behind Spring Security, before a key is looked up
        return registration;
    }

    /** A trailing slash means the same resource. */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> trailingSlash() {
        var registration = new FilterRegistrationBean<>(
                UrlHandlerFilter.trailingSlashHandler("/api/**").wrapRequest().build());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Russian, unless the request asks for English. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.of("ru"), Locale.ENGLISH));
        resolver.setDefaultLocale(Locale.of("ru"));
        return resolver;
    }
}
