package ru.trenergram.tariffs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Changed.Side;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Facts;
import ru.trenergram.base.Money;
import ru.trenergram.base.StaleVersionException;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;

/** The tariffs of the platform (PRODUCT.md, "Clubs, tariffs, platform"): data that super-admins edit. */
@Service
@Transactional
public class Tariffs {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,29}");
    private static final int LONGEST_NAME = 60;
    private static final long HIGHEST_PRICE = 100_000_000;

    private final JdbcClient jdbc;
    private final Superadmins superadmins;
    private final TariffUse use;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tariffs(JdbcClient jdbc, Superadmins superadmins, TariffUse use, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.superadmins = superadmins;
        this.use = use;
        this.events = events;
        this.clock = clock;
    }

    /** All of them, the cheapest first, the retired last. */
    @Transactional(readOnly = true)
    public List<Tariff> all() {
        return jdbc.sql("SELECT * FROM tariff ORDER BY retired_at IS NOT NULL, price, code")
                .query(Tariffs::row)
                .list();
    }

    /** Those that a club can choose, the cheapest first. */
    @Transactional(readOnly = true)
    public List<Tariff> offered() {
        return all().stream().filter(tariff -> !tariff.retired()).toList();
    }

    /** @throws DomainException {@code not_found} */
    @Transactional(readOnly = true)
    public Tariff get(String code) {
        return read(code, "");
    }

    /** Like {@link #get}; until the end of the transaction nobody edits it. */
    public Tariff hold(String code) {
        return read(code, " FOR SHARE");
    }

    /**
     * Makes a tariff that clubs can choose from now on.
     *
     * @throws DomainException {@code not_found} for everybody who is no super-admin; {@code validation_failed}, also for a
     *     code that is taken
     */
    public Tariff create(Caller superadmin, String code, Tariff.Terms terms) {
        superadmins.require(superadmin);
        if (!CODE.matcher(code).matches()) {
            throw DomainException.invalid("code", "invalid");
        }
        check(terms);
        try {
            jdbc.sql("INSERT INTO tariff (code, price, trainer_limit, name_ru, name_en) VALUES (?, ?, ?, ?, ?)")
                    .param(code)
                    .param(terms.price().amount())
                    .param(terms.trainerLimit())
                    .param(terms.nameRu())
                    .param(terms.nameEn())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw DomainException.invalid("code", "taken");
        }
        Tariff made = get(code);
        tell(superadmin, code, Facts.none(), facts(made));
        return made;
    }

    /**
     * Changes a tariff. Clubs that have it keep the price at which they chose it; the limit is theirs at once.
     *
     * @param version the one that the edit has seen
     * @throws StaleVersionException with the tariff as it is now
     * @throws TariffExceededException with the clubs that have more trainers than the new limit
     * @throws DomainException {@code not_found}, {@code validation_failed}
     */
    public Tariff edit(Caller superadmin, String code, int version, Tariff.Terms terms) {
        Tariff former = lock(superadmin, code, version);
        check(terms);
        if (code.equals(Tariff.FREE) && terms.price().amount() != 0) {
            throw DomainException.invalid("price", "max", 0);
        }
        Integer limit = terms.trainerLimit();
        if (limit != null && limit < former.trainerLimit().orElse(Integer.MAX_VALUE)) {
            List<String> over = use.clubsAbove(code, limit);
            if (!over.isEmpty()) {
                throw new TariffExceededException(limit, over);
            }
        }
        jdbc.sql("""
                        UPDATE tariff SET price = ?, trainer_limit = ?, name_ru = ?, name_en = ?, version = version + 1
                        WHERE code = ?
                        """)
                .param(terms.price().amount())
                .param(limit)
                .param(terms.nameRu())
                .param(terms.nameEn())
                .param(code)
                .update();
        return told(superadmin, former);
    }

    /**
     * Takes a tariff off the offer, or puts it back. Clubs that have it keep it.
     *
     * @throws StaleVersionException with the tariff as it is now
     * @throws DomainException {@code not_found}; {@code forbidden} for the free tariff, which is always there
     */
    public Tariff retire(Caller superadmin, String code, int version, boolean retired) {
        Tariff former = lock(superadmin, code, version);
        if (code.equals(Tariff.FREE)) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        jdbc.sql("UPDATE tariff SET retired_at = ?, version = version + 1 WHERE code = ?")
                .param(retired ? Timestamp.from(clock.instant()) : null)
                .param(code)
                .update();
        return told(superadmin, former);
    }

    private Tariff lock(Caller superadmin, String code, int version) {
        superadmins.require(superadmin);
        Tariff current = read(code, " FOR UPDATE");
        if (current.version() != version) {
            throw new StaleVersionException(current);
        }
        return current;
    }

    private Tariff told(Caller superadmin, Tariff former) {
        Tariff now = get(former.code());
        tell(superadmin, now.code(), facts(former), facts(now));
        return now;
    }

    private void tell(Caller superadmin, String code, Facts before, Facts after) {
        events.publishEvent(new Changed(Side.SUPERADMIN, superadmin.userId(), Thing.TARIFF, code, null, before, after));
    }

    private static void check(Tariff.Terms terms) {
        checkName("name_ru", terms.nameRu());
        checkName("name_en", terms.nameEn());
        long price = terms.price().amount();
        if (price < 0) {
            throw DomainException.invalid("price", "min", 0);
        }
        if (price > HIGHEST_PRICE) {
            throw DomainException.invalid("price", "max", HIGHEST_PRICE / 100);
        }
        if (terms.trainerLimit() != null && terms.trainerLimit() < 1) {
            throw DomainException.invalid("trainer_limit", "min", 1);
        }
    }

    private static void checkName(String field, String name) {
        if (name.isBlank()) {
            throw DomainException.invalid(field, "required");
        }
        if (name.length() > LONGEST_NAME) {
            throw DomainException.invalid(field, "size", 1, LONGEST_NAME);
        }
    }

    private static Facts facts(Tariff tariff) {
        return Facts.none()
                .with("name_ru", tariff.terms().nameRu())
                .with("name_en", tariff.terms().nameEn())
                .with("price", tariff.price().amount())
                .with("trainer_limit", tariff.terms().trainerLimit())
                .with("retired", tariff.retired());
    }

    private Tariff read(String code, String lock) {
        return jdbc.sql("SELECT * FROM tariff WHERE code = ?" + lock)
                .param(code)
                .query(Tariffs::row)
                .optional()
                .orElseThrow(DomainException::notFound);
    }

    private static Tariff row(ResultSet row, int n) throws SQLException {
        @Nullable Integer limit = row.getObject("trainer_limit", Integer.class);
        return new Tariff(
                row.getString("code"),
                new Tariff.Terms(
                        row.getString("name_ru"), row.getString("name_en"), Money.rubles(row.getLong("price")), limit),
                row.getTimestamp("retired_at") != null,
                row.getInt("version"));
    }
}
