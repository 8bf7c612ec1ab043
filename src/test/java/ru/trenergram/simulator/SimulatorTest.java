package ru.trenergram.simulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.test.context.ContextConfiguration;
import ru.trenergram.base.Settings;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.TestDatabase;

/**
 * The simulator alone over HTTP, on a fresh database. Without the rest of the application no bot of ours takes the
 * updates away: the test itself is the bot.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SimulatorTest.Alone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.flyway.enabled=false",
            "management.endpoint.health.validate-group-membership=false", // there are no bots to be well
            "spring.autoconfigure.exclude=com.vaadin.flow.spring.SpringBootAutoConfiguration,"
                    + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration,"
                    + "org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration"
        })
@ContextConfiguration(initializers = TestDatabase.class)
public @interface SimulatorTest {

    @EnableAutoConfiguration
    @EnableConfigurationProperties(Settings.class)
    @ComponentScan(basePackageClasses = SimulatorTest.class)
    class Alone {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        MessageSource messageSource() {
            var source = new ResourceBundleMessageSource();
            source.setDefaultEncoding("UTF-8");
            source.setFallbackToSystemLocale(false);
            source.setBasename("messages.simulator");
            return source;
        }
    }
}
