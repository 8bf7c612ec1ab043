package ru.trenergram.month;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.month.Happening.Kind;
import ru.trenergram.month.TelegramStandIn.Message;

/** What really happened: reminders as they arrived at Telegram, all else as it stands in the database. */
final class Chronicle {

    private static final Pattern BOOKING = Pattern.compile("#/booking/([0-9a-f-]{36})");

    private static final Map<String, Kind> HEADLINES = Map.of(
            "<b>Подтвердите тренировку</b>", Kind.FIRST_REMINDER,
            "<b>Тренировка ждёт вашего ответа</b>", Kind.SECOND_REMINDER,
            "<b>Последнее напоминание: тренировка ждёт ответа</b>", Kind.THIRD_REMINDER,
            "<b>Скоро тренировка</b>", Kind.HEADS_UP,
            "<b>Клиент не получил напоминание: бот ему недоступен. Напишите или позвоните сами</b>", Kind.UNREACHABLE);

    private static final Map<String, Kind> CANCELLATIONS = Map.of(
            "no_answer", Kind.AUTO_CANCELLED,
            "unanswered", Kind.UNANSWERED,
            "not_accepted", Kind.NOT_ACCEPTED);

    private Chronicle() {}

    static List<Happening> of(JdbcClient jdbc, List<Message> messages, Map<UUID, Integer> sessions) {
        List<Happening> happened = new ArrayList<>();
        for (Message message : messages) {
            Kind kind = HEADLINES.get(message.text().lines().findFirst().orElse(""));
            if (kind != null) {
                Matcher booking = BOOKING.matcher(message.keyboard());
                if (!booking.find()) {
                    throw new AssertionError("Of which booking is " + message);
                }
                happened.add(new Happening(
                        message.at(), kind, sessions.get(UUID.fromString(booking.group(1))), message.chatId()));
            }
        }
        happened.addAll(jdbc.sql("""
                        SELECT at, change, cancel_reason, booking_id FROM booking_history JOIN booking ON booking.id = booking_id
                        WHERE actor = 'SYSTEM'
                        """)
                .query((row, n) -> new Happening(
                        row.getTimestamp("at").toInstant(),
                        row.getString("change").equals("completed")
                                ? Kind.COMPLETED
                                : CANCELLATIONS.get(row.getString("cancel_reason")),
                        sessions.get(row.getObject("booking_id", UUID.class)),
                        0))
                .list());
        happened.addAll(jdbc.sql("""
                        SELECT ledger_entry.created_at, kind, booking_id, telegram_id
                        FROM ledger_entry JOIN users ON users.id = client_id
                        """)
                .query((row, n) -> new Happening(
                        row.getTimestamp("created_at").toInstant(),
                        row.getString("kind").equals("CHARGE") ? Kind.CHARGED : Kind.RETURNED,
                        sessions.get(row.getObject("booking_id", UUID.class)),
                        row.getLong("telegram_id")))
                .list());
        return happened;
    }
}
