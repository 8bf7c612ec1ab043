package ru.trenergram.telegram;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * {@code telegram} in the health report: up while the bots run and no receiver hangs, whatever
 * Telegram's own state is.
 */
@Component("telegramHealthIndicator") // which makes it "telegram" there
class TelegramHealthIndicator implements HealthIndicator {

    private final BotsLifecycle bots;

    TelegramHealthIndicator(BotsLifecycle bots) {
        this.bots = bots;
    }

    @Override
    public Health health() {
        var health = bots.isRunning() && !bots.hasStalled() ? Health.up() : Health.down();
        return health.withDetails(bots.states()).build();
    }
}
