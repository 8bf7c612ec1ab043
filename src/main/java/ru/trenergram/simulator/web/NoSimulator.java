package ru.trenergram.simulator.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import ru.trenergram.simulator.WhenSimulated;

/** With a bot token there is no simulator: its addresses are unknown ones, not a way to the sign-in page. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoSimulator.Token.class)
class NoSimulator {

    static class Token implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !new WhenSimulated.NoToken().matches(context, metadata);
        }
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain noSimulatorChain(HttpSecurity http) {
        return http.securityMatcher(SimulatorSecurity.PATHS)
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(
                        (request, response, denied) -> response.setStatus(HttpServletResponse.SC_NOT_FOUND)))
                .build();
    }
}
