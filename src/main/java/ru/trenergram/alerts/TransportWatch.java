package ru.trenergram.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.trenergram.alerts.Alerts.Occasion;
import ru.trenergram.base.Settings;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.TransportReport;
import ru.trenergram.telegram.spi.TransportReport.Lost;

/** Looks whether messages come and go. May look as often and from as many nodes as it likes. */
@Component
class TransportWatch {

    /** Further back than the longest time between two looks, a restart included. */
    private static final Duration LOOK_BACK = Duration.ofHours(6);

    private final TransportReport transport;
    private final Alerts alerts;
    private final Settings settings;
    private final Clock clock;

    TransportWatch(TransportReport transport, Alerts alerts, Settings settings, Clock clock) {
        this.transport = transport;
        this.alerts = alerts;
        this.settings = settings;
        this.clock = clock;
    }

    void look() {
        Instant now = clock.instant();
        for (Bot bot : transport.bots()) {
            lookAtQueue(bot, now);
            lookAtConnection(bot, now);
        }
        lookForReturns(now);
        transport
                .refused(now.minus(LOOK_BACK))
                .forEach(refused -> alerts.record(
                        AlertKind.MESSAGE_REFUSED,
                        new Occasion(
                                Long.toString(refused.id()), refused.bot() + ": " + refused.reason(), refused.at())));
        alerts.tellWaiting();
        alerts.forgetOld();
    }

    /** A queue that stays stuck is an occasion anew each hour. */
    private void lookAtQueue(Bot bot, Instant now) {
        Optional<Instant> oldest = transport.oldestWaiting(bot);
        if (oldest.isPresent()
                && !oldest.get().plus(settings.alerts().queueAge()).isAfter(now)) {
            alerts.record(
                    AlertKind.QUEUE_STUCK,
                    new Occasion(bot + ":" + now.truncatedTo(ChronoUnit.HOURS), bot.name(), oldest.get()));
        }
    }

    private void lookAtConnection(Bot bot, Instant now) {
        Optional<Lost> lost = transport.lost(bot);
        if (lost.isPresent()
                && !lost.get().since().plus(settings.alerts().connectionLost()).isAfter(now)) {
            alerts.record(
                    AlertKind.CONNECTION_LOST,
                    new Occasion(
                            key(bot, lost.get()),
                            bot + ": " + lost.get().reason(),
                            lost.get().since()));
        }
    }

    private void lookForReturns(Instant now) {
        Set<String> stillLost = transport.bots().stream()
                .flatMap(bot -> transport.lost(bot).map(lost -> key(bot, lost)).stream())
                .collect(Collectors.toSet());
        alerts.lostConnections().stream()
                .filter(lost -> !stillLost.contains(lost.key()))
                .forEach(lost -> alerts.record(
                        AlertKind.CONNECTION_BACK,
                        new Occasion(lost.key(), lost.key().split(":")[0], now)));
    }

    private static String key(Bot bot, Lost lost) {
        return bot + ":" + lost.since();
    }
}
