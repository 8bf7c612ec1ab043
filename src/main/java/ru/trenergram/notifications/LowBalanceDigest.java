package ru.trenergram.notifications;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Formats;
import ru.trenergram.notifications.LowBalances.Low;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Post;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/**
 * On Mondays at 10:00, by their own clock, trainers are told which clients' balances are below one session; nothing is
 * said when there are none. Of the weeks of a downtime only the last is made up for.
 */
@Service
@Transactional
class LowBalanceDigest {

    private static final LocalTime AT = LocalTime.of(10, 0);

    /** As many as fit into a message, with names as long as Telegram allows. */
    private static final int NAMED = 20;

    private final LowBalances low;
    private final Trainers trainers;
    private final Users users;
    private final QuietTime quietTime;
    private final Messenger messenger;
    private final BotLinks links;
    private final MessageSource texts;
    private final JdbcClient jdbc;
    private final Clock clock;

    LowBalanceDigest(
            LowBalances low,
            Trainers trainers,
            Users users,
            QuietTime quietTime,
            Messenger messenger,
            BotLinks links,
            MessageSource texts,
            JdbcClient jdbc,
            Clock clock) {
        this.low = low;
        this.trainers = trainers;
        this.users = users;
        this.quietTime = quietTime;
        this.messenger = messenger;
        this.links = links;
        this.texts = texts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A trainer has a digest from the first Monday after money first moved. */
    void expect(TrainerProfile trainer) {
        LocalDate week = week(trainer.timezone());
        jdbc.sql("INSERT INTO low_balance_digest (trainer_id, due_at, week) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(trainer.userId(), Timestamp.from(after(week, trainer.timezone())), week)
                .update();
    }

    private static final String FIRST = "AND trainer_id <> ALL(:trainers) ORDER BY due_at LIMIT :limit";

    private record Due(long trainerId, LocalDate week) {}

    /** Writes at most {@code limit} trainers their digests, and returns the number of those that were due. */
    int send(int limit, Long... except) {
        List<Due> due = claim(FIRST, except, limit);
        due.forEach(this::send);
        return due.size();
    }

    /** Writes one trainer, if it is time. */
    void sendTo(long trainerId) {
        claim("AND trainer_id = ANY(:trainers) LIMIT :limit", new Long[] {trainerId}, 1)
                .forEach(this::send);
    }

    private List<Due> claim(String condition, Long[] trainers, int limit) {
        return select(condition + " FOR UPDATE SKIP LOCKED", trainers, limit)
                .query((row, _) -> new Due(row.getLong("trainer_id"), row.getObject("week", LocalDate.class)))
                .list();
    }

    /** Names whom {@link #send(int, Long...)} would write. */
    List<Long> due(int limit, Long... except) {
        return select(FIRST, except, limit)
                .query((row, _) -> row.getLong("trainer_id"))
                .list();
    }

    private JdbcClient.StatementSpec select(String condition, Long[] trainers, int limit) {
        return jdbc.sql("SELECT trainer_id, week FROM low_balance_digest WHERE due_at <= :now " + condition)
                .param("now", Timestamp.from(clock.instant()))
                .param("trainers", trainers)
                .param("limit", limit);
    }

    /** A trainer who has moved to another zone since may be early: then it is the week that was dealt with. */
    private void send(Due due) {
        Optional<TrainerProfile> found = trainers.find(due.trainerId());
        if (found.isEmpty()) {
            jdbc.sql("DELETE FROM low_balance_digest WHERE trainer_id = ?")
                    .param(due.trainerId())
                    .update();
            return;
        }
        TrainerProfile trainer = found.get();
        LocalDate week = week(trainer.timezone());
        if (week.isAfter(due.week())) {
            List<Low> clients = low.of(trainer);
            if (!clients.isEmpty()) {
                messenger.send(post(trainer, clients, week));
            }
        }
        jdbc.sql("UPDATE low_balance_digest SET due_at = ?, week = greatest(week, ?) WHERE trainer_id = ?")
                .params(Timestamp.from(after(week, trainer.timezone())), week, due.trainerId())
                .update();
    }

    private Post post(TrainerProfile trainer, List<Low> clients, LocalDate week) {
        UserInfo recipient = users.get(trainer.userId());
        Locale locale = recipient.language();
        List<Low> named = clients.stream().limit(NAMED).toList();
        Map<Long, UserInfo> people =
                users.getAll(named.stream().map(Low::clientId).toList());
        List<String> lines = new ArrayList<>();
        lines.add("<b>" + line("balance.digest", locale) + "</b>");
        for (Low client : named) {
            UserInfo person = Objects.requireNonNull(people.get(client.clientId()));
            String balance = Formats.money(client.balance(), locale);
            lines.add(line(
                    "balance.digest.client",
                    locale,
                    Message.escape(person.person().fullName()),
                    balance));
        }
        if (clients.size() > NAMED) {
            lines.add(line("balance.digest.more", locale, clients.size() - NAMED));
        }
        String app = links.trainerApp(recipient.telegramId()) + "#/clients";
        var button = new Button.WebApp(line("balance.digest.open", locale), app);
        return Post.of(
                        Bot.MAIN,
                        recipient.telegramId(),
                        Message.of(String.join("\n", lines)).with(Keyboard.Inline.column(button)),
                        "low-balance-digest:" + trainer.userId() + ":" + week)
                .silent(quietTime.isNowFor(recipient, trainer.userId()));
    }

    /** The last Monday on which it was 10:00. */
    private LocalDate week(ZoneId zone) {
        LocalDate monday =
                LocalDate.ofInstant(clock.instant(), zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return at(monday, zone).isAfter(clock.instant()) ? monday.minusWeeks(1) : monday;
    }

    private static Instant after(LocalDate week, ZoneId zone) {
        return at(week.plusWeeks(1), zone);
    }

    private static Instant at(LocalDate monday, ZoneId zone) {
        return monday.atTime(AT).atZone(zone).toInstant();
    }

    private String line(String key, Locale locale, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
