package ru.trenergram.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;
import ru.trenergram.base.Settings;

/**
 * Tells Spring Boot which database to use. The connection pool depends on the connection details, and these on the
 * server, so that at shutdown the server goes last.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Configuration(proxyBeanMethods = false)
    @Conditional(NoDatabaseIsNamed.class)
    static class Embedded {

        @Bean(destroyMethod = "close")
        EmbeddedServer embeddedServer(Settings settings) {
            return EmbeddedServer.start(settings.dataDir());
        }

        @Bean
        JdbcConnectionDetails embeddedConnectionDetails(EmbeddedServer server) {
            return new ConnectionDetails(server.jdbcUrl(), EmbeddedServer.USER, "");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(DatabaseIsNamed.class)
    static class Named {

        @Bean
        JdbcConnectionDetails namedConnectionDetails(DataSourceProperties properties) {
            var details = new ConnectionDetails(
                    orEmpty(properties.getUrl()), orEmpty(properties.getUsername()), orEmpty(properties.getPassword()));
            NamedDatabase.check(details);
            return details;
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    static class DatabaseIsNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }

    static class NoDatabaseIsNamed extends DatabaseIsNamed {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !super.matches(context, metadata);
        }
    }
}
