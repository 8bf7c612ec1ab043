package ru.trenergram.simulator.chats;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.telegram.spi.Bot;

/** Pressed inline buttons, and what the bots answered. */
@Repository
@WhenSimulated
public class Presses {

    /** Telegram does not say how long a query may wait; bots see it expire after some minutes. */
    private static final Duration ANSWERABLE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Chats chats;
    private final Waker waker;

    Presses(JdbcClient jdbc, Chats chats, Waker waker) {
        this.jdbc = jdbc;
        this.chats = chats;
        this.waker = waker;
    }

    /**
     * What a bot answered to a press.
     *
     * @param text of the notice, or null when the bot only acknowledged
     * @param alert whether the person has to close the notice
     */
    public record Answer(
            String pressId,
            long messageId,
            @Nullable String text,
            boolean alert,
            @Nullable String url) {}

    long add(ChatMessage message, Instant at) {
        return jdbc.sql("""
                        INSERT INTO simulator_press (press_id, bot, telegram_id, message_id, pressed_at)
                        VALUES (nextval('simulator_press_id'), ?, ?, ?, ?) RETURNING press_id""")
                .params(message.chat().bot().name(), message.chat().personId(), message.messageId(), Messages.utc(at))
                .query(Long.class)
                .single();
    }

    /** Who pressed the button of this query of the bot. */
    public Optional<Long> personOf(Bot bot, long pressId) {
        return jdbc.sql("SELECT telegram_id FROM simulator_press WHERE press_id = ? AND bot = ?")
                .params(pressId, bot.name())
                .query(Long.class)
                .optional();
    }

    /** Records an answer; false when there is no such query, or it is too old, or answered. */
    public boolean answer(
            Bot bot, long pressId, @Nullable String text, boolean alert, @Nullable String url, Instant now) {
        Optional<Long> person = personOf(bot, pressId);
        if (person.isEmpty()) {
            return false;
        }
        Chat chat = chats.lock(bot, person.get()).orElseThrow();
        waker.wakeAfterCommit();
        return jdbc.sql("""
                        UPDATE simulator_press SET answered = true, change = ?, text = ?, alert = ?, url = ?
                        WHERE press_id = ? AND NOT answered AND pressed_at >= ?""")
                        .param(chats.nextChange(chat))
                        .param(text)
                        .param(alert)
                        .param(url)
                        .param(pressId)
                        .param(Messages.utc(now.minus(ANSWERABLE)))
                        .update()
                == 1;
    }

    List<Answer> answeredAfter(Chat chat, long change) {
        return jdbc.sql("""
                        SELECT press_id, message_id, text, alert, url FROM simulator_press
                        WHERE bot = ? AND telegram_id = ? AND change > ? ORDER BY change""")
                .params(chat.bot().name(), chat.personId(), change)
                .query((row, number) -> new Answer(
                        row.getString("press_id"),
                        row.getLong("message_id"),
                        row.getString("text"),
                        row.getBoolean("alert"),
                        row.getString("url")))
                .list();
    }
}
