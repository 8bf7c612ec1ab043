package ru.trenergram.trainers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Money;
import ru.trenergram.users.Person;

/** Trainers with their names, as others see them, in one query. */
@Component
class TrainerReads {

    private static final String SELECT = "SELECT trainer.*, " + Person.COLUMNS + """
             FROM trainer JOIN users ON users.id = trainer.user_id
            """;

    private final JdbcClient jdbc;

    TrainerReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<TrainerProfile> find(long userId) {
        return jdbc.sql(SELECT + "WHERE user_id = ?")
                .param(userId)
                .query(TrainerReads::profile)
                .optional();
    }

    Optional<TrainerProfile> findByTelegramId(long telegramId) {
        return jdbc.sql(SELECT + "WHERE telegram_id = ?")
                .param(telegramId)
                .query(TrainerReads::profile)
                .optional();
    }

    List<TrainerProfile> findAll(Collection<Long> userIds) {
        return userIds.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "WHERE user_id = ANY (?)")
                        .param(userIds.toArray(Long[]::new))
                        .query(TrainerReads::profile)
                        .list();
    }

    List<TrainerProfile> listedAt(long clubId, long afterId, int limit) {
        return jdbc.sql(SELECT + """
                        JOIN club_trainer ON trainer_id = user_id
                        WHERE club_id = ? AND status = 'ACTIVE' AND listed AND user_id > ?
                        ORDER BY user_id LIMIT ?
                        """)
                .params(clubId, afterId, limit)
                .query(TrainerReads::profile)
                .list();
    }

    private static TrainerProfile profile(ResultSet row, int n) throws SQLException {
        return new TrainerProfile(
                row.getLong("user_id"),
                Person.of(row),
                Money.rubles(row.getLong("price")),
                row.getInt("session_minutes"),
                row.getInt("slot_step_minutes"),
                ZoneId.of(row.getString("timezone")),
                SelfBooking.valueOf(row.getString("self_booking")),
                row.getInt("min_notice_hours"),
                row.getInt("max_advance_days"),
                row.getInt("charge_hours_before"),
                row.getString("about"),
                List.of((String[]) row.getArray("specialties").getArray()),
                row.getString("place"),
                row.getBoolean("listed"),
                reminders(row),
                new QuietHours(time(row, "quiet_from"), time(row, "quiet_to")),
                row.getInt("version"));
    }

    private static ReminderSettings reminders(ResultSet row) throws SQLException {
        return new ReminderSettings(
                row.getBoolean("reminders_enabled"),
                number(row, "reminder_first_days_before"),
                time(row, "reminder_first_at"),
                number(row, "reminder_second_after"),
                number(row, "reminder_third_after"),
                number(row, "reminder_auto_cancel_after"),
                number(row, "heads_up_hours_before"));
    }

    private static LocalTime time(ResultSet row, String column) throws SQLException {
        return LocalTime.ofSecondOfDay(row.getInt(column) * 60L);
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}
