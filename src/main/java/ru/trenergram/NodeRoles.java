package ru.trenergram;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;
import ru.trenergram.base.Settings;
import ru.trenergram.base.Settings.Role;

/** Leaves out what a node does not run ({@code APP_ROLES}); the telegram module looks to its bots itself. */
@Configuration(proxyBeanMethods = false)
class NodeRoles {

    @Bean
    SchedulerFactoryBeanCustomizer jobsRunOnWorkers(Settings settings) {
        return scheduler -> {
            if (!settings.runs(Role.WORKER)) {
                scheduler.setAutoStartup(false);
            }
        };
    }

    @Bean
    FilterRegistrationBean<HealthOnly> healthOnly(Settings settings) {
        var door = new FilterRegistrationBean<>(new HealthOnly());
        door.setOrder(Ordered.HIGHEST_PRECEDENCE);
        door.setEnabled(!settings.runs(Role.WEB));
        return door;
    }

    /** Who asks such a node for a page has come to the wrong one. */
    static final class HealthOnly extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getRequestURI().equals("/health")) {
                chain.doFilter(request, response);
                return;
            }
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain");
            response.getWriter().println("This node answers /health only: its APP_ROLES are without web.");
        }
    }
}
