package ru.trenergram.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Settings;

/**
 * The doors: the API, stateless and opened by a token; the pages of the Mini Apps, public files that Telegram frames;
 * the addresses on QR codes; the panels, with a session and Vaadin's own protection; and, on a port of its own, the
 * management.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    private static final BearerTokenResolver BEARER = new DefaultBearerTokenResolver();

    /** Where Telegram's web clients frame Mini Apps from; the phone and desktop clients need no permission. */
    private static final String TELEGRAM_WEB = "https://web.telegram.org https://*.web.telegram.org";

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            AccessTokens tokens,
            Admission admission,
            SecurityContextHolderStrategy contexts,
            Refusals refusals,
            Settings settings)
            throws Exception {
        AuthenticationEntryPoint unauthorized = (request, response, failure) ->
                refusals.answer(request, response, new DomainException(ErrorCode.UNAUTHORIZED));
        var bearers = new JwtAuthenticationProvider(tokens.decoder());
        bearers.setJwtAuthenticationConverter(token ->
                UsernamePasswordAuthenticationToken.authenticated(AccessTokens.caller(token), token, List.of()));
        if (!settings.corsOrigins().isEmpty()) {
            http.cors(cors -> cors.configurationSource(publicReads(settings)));
        }
        return stateless(http.securityMatcher("/api/**", "/health"))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                "/health", "/api/openapi.json", "/api/docs", "/api/docs/**", "/api/swagger-ui/**")
                        .permitAll()
                        .requestMatchers("/api/openapi.json/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, PublicCalls.SIGN_IN)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, PublicCalls.READS)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.bearerTokenResolver(SecurityConfiguration::token)
                        .authenticationManagerResolver(_ -> bearers::authenticate)
                        .authenticationEntryPoint(unauthorized))
                .addFilterBefore(
                        new AdmissionFilter(
                                admission,
                                contexts,
                                (request, response, _, why) -> refusals.answer(request, response, why)),
                        AuthorizationFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(unauthorized)
                        .accessDeniedHandler((request, response, failure) ->
                                refusals.answer(request, response, new DomainException(ErrorCode.FORBIDDEN))))
                .headers(
                        headers -> policy(
                                headers,
                                "default-src 'self'; img-src 'self' data:;"
                                        + " style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"))
                .build();
    }

    /** What is public may be read by the pages that the settings name; nothing else by any page but our own. */
    private static CorsConfigurationSource publicReads(Settings settings) {
        var source = new UrlBasedCorsConfigurationSource();
        var reads = new CorsConfiguration();
        reads.setAllowedOrigins(
                settings.corsOrigins().stream().map(URI::toString).toList());
        reads.setAllowedMethods(List.of(HttpMethod.GET.name()));
        for (String path : PublicCalls.READS) {
            source.registerCorsConfiguration(path, reads);
        }
        return source;
    }

    /** Whoever signs in anew may still carry the token that ran out: it does not count against them. */
    private static @Nullable String token(HttpServletRequest request) {
        return request.getRequestURI().equals(PublicCalls.SIGN_IN) ? null : BEARER.resolve(request);
    }

    @Bean
    @Order(2)
    SecurityFilterChain miniApps(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher("/trainer/**", "/client/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> policy(
                                atOnce(headers),
                                "default-src 'none'; script-src 'self' " + StartScript.source()
                                        + "; style-src 'self'; connect-src 'self';"
                                        + " img-src 'self' data: blob: https:; base-uri 'none'; form-action 'none';"
                                        + " frame-ancestors 'self' " + TELEGRAM_WEB)
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .build();
    }

    /** What anybody opens: photos, and the addresses on QR codes, which lead on, or to a page without scripts. */
    @Bean
    @Order(4)
    SecurityFilterChain printedCodes(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher("/q/**", "/photos/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> policy(
                        headers,
                        "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none';"
                                + " form-action 'none'; frame-ancestors 'none'"))
                .build();
    }

    /** The Bot API's server, which names itself by a secret of its own. */
    @Bean
    @Order(5)
    SecurityFilterChain webhooks(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher("/telegram/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** They exist on the management port alone, which is not open to the world; there nobody signs in. */
    @Bean
    @Order(3)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher(EndpointRequest.toAnyEndpoint()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Metrics of every filter of every request, at which nobody looks, cost more than most of the filters do. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Addresses that could be meant for more than one door ({@code //}, {@code ..}, {@code ;}) open none. */
    @Bean
    RequestRejectedHandler ambiguousRequests(Refusals refusals) {
        return (request, response, rejected) ->
                refusals.answer(request, response, new DomainException(ErrorCode.MALFORMED_REQUEST));
    }

    @Bean
    @Order(10)
    SecurityFilterChain panels(HttpSecurity http, Admission admission, SecurityContextHolderStrategy contexts)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/trenergram.css", "/icon.svg", "/favicon.ico")
                        .permitAll()
                        .requestMatchers("/plot.js", "/club-calendar.js", "/webjars/echarts/**")
                        .permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView("/login", "/")
                                // what is no page is for the router to say
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                .addFilterBefore(
                        new AdmissionFilter(admission, contexts, AdmissionFilter::endSession),
                        AuthorizationFilter.class)
                // Vaadin's own start-up script is inline and evaluates what the server sends
                .headers(headers -> policy(
                        atOnce(headers),
                        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
                                + " style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; font-src 'self' data:;"
                                + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"))
                .build();
    }

    /** Behind a proxy the server itself hears plain http, whatever the browser speaks: the address decides. */
    @Bean
    ServletContextInitializer sessionCookie(Settings settings) {
        return context ->
                context.getSessionCookieConfig().setSecure(settings.baseUrl().startsWith("https:"));
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable) // no cookie says who one is
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    /**
     * For pages that are reached by a forward, as all of Vaadin's are: after one Tomcat finishes the response past the
     * wrapper that would have written the headers.
     */
    private static HeadersConfigurer<HttpSecurity> atOnce(HeadersConfigurer<HttpSecurity> headers) {
        return headers.withObjectPostProcessor(new ObjectPostProcessor<HeaderWriterFilter>() {
            @Override
            public <O extends HeaderWriterFilter> O postProcess(O filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        });
    }

    private static HeadersConfigurer<HttpSecurity> policy(HeadersConfigurer<HttpSecurity> headers, String content) {
        return headers.contentSecurityPolicy(csp -> csp.policyDirectives(content))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN));
    }
}
