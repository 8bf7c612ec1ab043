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

    /** A trainer's code; made when it is first asked for. */
    String ofTrainer(long trainerId) {
        return find(trainerId).orElseGet(() -> {
            jdbc.sql("INSERT INTO qr_code (code, trainer_id, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                    .params(newCode(), trainerId, Timestamp.from(clock.instant()))
                    .update();
            return find(trainerId).orElseThrow();
        });
    }

    private Optional<String> find(long trainerId) {
        return jdbc.sql("SELECT code FROM qr_code WHERE trainer_id = ? AND label IS NULL")
                .param(trainerId)
                .query(String.class)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Long> trainerOf(String code) {
        return owner(code, "SELECT trainer_id FROM qr_code WHERE code = ? AND trainer_id IS NOT NULL");
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Long> clubOf(String code) {
        return owner(code, "SELECT club_id FROM qr_code WHERE code = ? AND club_id IS NOT NULL");
    }

    private Optional<Long> owner(String code, String query) {
        return code.indexOf('\0') >= 0
                ? Optional.empty()
                : jdbc.sql(query).param(code).query(Long.class).optional();
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

    @Transactional(readOnly = true)
    long scans(long trainerId) {
        return jdbc.sql("""
                        SELECT coalesce(sum(scans), 0) FROM qr_scan_day
                        WHERE code_id IN (SELECT id FROM qr_code WHERE trainer_id = ?)
                        """).param(trainerId).query(Long.class).single();
    }

    private String newCode() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (code, i) -> code.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }
}
