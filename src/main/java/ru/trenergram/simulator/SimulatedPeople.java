package ru.trenergram.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.KnownPeople;
import ru.trenergram.telegram.spi.TelegramPerson;

/** Everybody who has an account in the simulated Telegram. There is no such bean when a bot token is configured. */
@Service
@WhenSimulated
public class SimulatedPeople implements KnownPeople {

    private static final Pattern USERNAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{3,31}");
    private static final Set<String> LANGUAGES = Set.of("ru", "en");
    private static final int LONGEST_NAME = 64;
    private static final RowMapper<SimulatedPerson> PERSON = (row, number) -> new SimulatedPerson(
            row.getLong("telegram_id"),
            row.getString("first_name"),
            row.getString("last_name"),
            row.getString("username"),
            row.getString("language_code"),
            row.getString("phone"));

    private final JdbcClient jdbc;

    SimulatedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an account; does nothing when there is one with this id. */
    @Transactional
    public void add(
            long telegramId,
            String firstName,
            @Nullable String lastName,
            @Nullable String username,
            String languageCode,
            String phone) {
        jdbc.sql("""
                        INSERT INTO simulator_person (telegram_id, first_name, last_name, username, language_code, phone)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (telegram_id) DO NOTHING""")
                .param(telegramId)
                .param(firstName)
                .param(lastName)
                .param(username)
                .param(languageCode)
                .param(phone)
                .update();
    }

    @Override
    @Transactional
    public void add(TelegramPerson person, String phone) {
        add(
                person.telegramId(),
                person.firstName(),
                person.lastName(),
                person.username(),
                person.languageCode() == null ? "ru" : person.languageCode(),
                phone);
        for (Bot bot : Bot.values()) {
            start(bot, person.telegramId());
        }
    }

    /** Lets a bot write to this person, as if they had pressed START once. */
    @Transactional
    public void start(Bot bot, long telegramId) {
        jdbc.sql("""
                        INSERT INTO simulator_chat (bot, telegram_id, started) VALUES (?, ?, true)
                        ON CONFLICT (bot, telegram_id) DO UPDATE SET started = true""").params(bot.name(), telegramId).update();
    }

    /**
     * Makes a new account with an id and a phone number of its own.
     *
     * @throws SimulatorProblem a name or username that Telegram would not take
     */
    @Transactional
    public SimulatedPerson register(
            String firstName, @Nullable String lastName, @Nullable String username, String languageCode) {
        String name = firstName.strip();
        String surname = blankToNull(lastName);
        String handle = blankToNull(username);
        if (name.isEmpty() || name.length() > LONGEST_NAME || (surname != null && surname.length() > LONGEST_NAME)) {
            throw SimulatorProblem.invalid("name");
        }
        if (handle != null && !USERNAME.matcher(handle).matches()) {
            throw SimulatorProblem.invalid("username");
        }
        String language = languageCode.toLowerCase(Locale.ROOT);
        if (!LANGUAGES.contains(language)) {
            throw SimulatorProblem.invalid("language");
        }
        long id = jdbc.sql("SELECT nextval('simulator_person_id')")
                .query(Long.class)
                .single();
        var person = new SimulatedPerson(id, name, surname, handle, language, "7999%07d".formatted(id % 10_000_000));
        try {
            add(id, name, surname, handle, language, person.phone());
        } catch (DuplicateKeyException taken) {
            throw SimulatorProblem.conflict("username_taken");
        }
        return person;
    }

    @Transactional(readOnly = true)
    public List<SimulatedPerson> all() {
        return jdbc.sql("SELECT * FROM simulator_person ORDER BY telegram_id")
                .query(PERSON)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<SimulatedPerson> find(long telegramId) {
        return jdbc.sql("SELECT * FROM simulator_person WHERE telegram_id = ?")
                .param(telegramId)
                .query(PERSON)
                .optional();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
