package ru.trenergram.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.springframework.test.context.ContextConfiguration;
import ru.trenergram.base.Settings;

/** The whole application over HTTP on a random port, on a real and fresh database, at {@link MovableClock#START}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "trenergram.demo-data=false",
            "trenergram.support-chat-id=5900000001", // a private chat, as the simulator has no others
            "trenergram.superadmins=5200000001",
            "vaadin.productionMode=true",
            // their clock stands still, so a minute never passes
            "trenergram.limits.writes=1000000",
            "trenergram.limits.reads=1000000",
            "trenergram.limits.sign-ins=1000000",
            // a test says in a second what people say in a minute, and waits for nothing that was said to others before
            "trenergram.sending.per-second=0",
            "trenergram.sending.per-chat=0",
            "spring.quartz.auto-startup=false" // it goes by the real time, and would run between a test's own steps
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import(IntegrationTest.Time.class)
public @interface IntegrationTest {

    @TestConfiguration(proxyBeanMethods = false)
    class Time {
        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        /** No job runs but those which a test triggers: side by side they leave to each other what they hold. */
        @Bean
        SchedulerFactoryBeanCustomizer nothingIsPeriodic() {
            return SchedulerFactoryBean::setTriggers;
        }

        @Bean
        @Lazy // the port is known once the server runs
        Api restApi(@Value("${local.server.port}") int port, Settings settings, Clock clock) {
            return new Api(port, settings, clock);
        }
    }
}
