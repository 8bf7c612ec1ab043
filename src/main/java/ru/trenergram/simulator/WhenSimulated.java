package ru.trenergram.simulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** A bean that exists only while no bot token is configured: nobody may pose as anybody beside the real Telegram. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(WhenSimulated.NoToken.class)
public @interface WhenSimulated {

    /** Whether the environment names no token, as {@code Settings.simulated()} tells once the settings are read. */
    final class NoToken implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            @Nullable String token = context.getEnvironment().getProperty("trenergram.main-bot-token");
            return token == null || token.isBlank();
        }
    }
}
