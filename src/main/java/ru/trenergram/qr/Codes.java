package ru.trenergram.qr;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.clubs.ClubInfo;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.trainers.PrintedCodes;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;

/** The short codes that are printed, whose they are, and how often they were scanned. */
@Component
@Transactional
class Codes implements PrintedCodes {

    /** Without what is easily mistaken for something else: a code can be typed off a poster. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 10;

    private final JdbcClient jdbc;
    private final Trainers trainers;
    private final Clubs clubs;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Codes(JdbcClient jdbc, Trainers trainers, Clubs clubs, Clock clock) {
        this.jdbc = jdbc;
        this.trainers = trainers;
        this.clubs = clubs;
        this.clock = clock;
    }

    /** Whose codes: the name is that of the column with its id. */
    enum Owner {
        TRAINER("trainer_id"),
        CLUB("club_id");

        private final String column;

        Owner(String column) {
            this.column = column;
        }
    }

    /** The code without a label of a trainer or club; made when it is first asked for. */
    String of(Owner owner, long id) {
        return find(owner, id).orElseGet(() -> {
            jdbc.sql("INSERT INTO qr_code (code, " + owner.column
                            + ", created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                    .params(newCode(), id, Timestamp.from(clock.instant()))
                    .update();
            return find(owner, id).orElseThrow();
        });
    }

    private Optional<String> find(Owner owner, long id) {
        return jdbc.sql("SELECT code FROM qr_code WHERE " + owner.column + " = ? AND label IS NULL")
                .param(id)
                .query(String.class)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Long> trainerOf(String code) {
        return ownerOf(code, Owner.TRAINER);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Long> clubOf(String code) {
        return ownerOf(code, Owner.CLUB);
    }

    private Optional<Long> ownerOf(String code, Owner owner) {
        return code.indexOf('\0') >= 0
                ? Optional.empty()
                : jdbc.sql("SELECT " + owner.column + " FROM qr_code WHERE code = ? AND active AND " + owner.column
                                + " IS NOT NULL")
                        .param(code)
                        .query(Long.class)
                        .optional();
    }

    /** The time zone of whose code it is; empty when it leads nowhere. */
    @Transactional(readOnly = true)
    Optional<ZoneId> zone(String code) {
        return trainerOf(code)
                .flatMap(trainers::find)
                .map(TrainerProfile::timezone)
                .or(() -> clubOf(code).flatMap(clubs::find).map(ClubInfo::timezone));
    }

    /** One more scan, on this day of a zone. */
    void count(String code, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), zone);
        jdbc.sql("""
                        INSERT INTO qr_scan_day AS counted (code_id, day, scans)
                        SELECT id, :day, 1 FROM qr_code WHERE code = :code
                        ON CONFLICT (code_id, day) DO UPDATE SET scans = counted.scans + 1
                        """).param("day", day).param("code", code).update();
    }

    /** Of all codes of a trainer or club together. */
    @Transactional(readOnly = true)
    long scans(Owner owner, long id) {
        return jdbc.sql("SELECT coalesce(sum(scans), 0) FROM qr_scan_day"
                        + " WHERE code_id IN (SELECT id FROM qr_code WHERE " + owner.column + " = ?)")
                .param(id)
                .query(Long.class)
                .single();
    }

    String newCode() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (code, i) -> code.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }
}
