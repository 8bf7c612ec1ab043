package ru.trenergram.demo;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Money;
import ru.trenergram.base.Settings;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.scheduling.Hours;
import ru.trenergram.scheduling.WorkingHours;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Interlocutors;
import ru.trenergram.telegram.spi.KnownPeople;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.SelfBooking;
import ru.trenergram.trainers.SettingsChange;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Users;

/**
 * Fills, once, a club with people of every role, so that whoever starts the service for the first time finds it in use
 * (README, "Configuration", {@code DEMO_DATA}). All of it lands in one transaction, or nothing does.
 */
@Component
class DemoData implements ApplicationRunner {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private final Settings settings;
    private final Interlocutors interlocutors;
    private final Optional<KnownPeople> knownPeople;
    private final Users users;
    private final Clubs clubs;
    private final StaffMembers staff;
    private final ClubTrainers clubTrainers;
    private final Trainers trainers;
    private final Roster roster;
    private final WorkingHours workingHours;
    private final DemoBookings bookings;
    private final DemoMembers members;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoData(
            Settings settings,
            Interlocutors interlocutors,
            Optional<KnownPeople> knownPeople,
            Users users,
            Clubs clubs,
            StaffMembers staff,
            ClubTrainers clubTrainers,
            Trainers trainers,
            Roster roster,
            WorkingHours workingHours,
            DemoBookings bookings,
            DemoMembers members,
            JdbcClient jdbc,
            Clock clock) {
        this.settings = settings;
        this.interlocutors = interlocutors;
        this.knownPeople = knownPeople;
        this.users = users;
        this.clubs = clubs;
        this.staff = staff;
        this.clubTrainers = clubTrainers;
        this.trainers = trainers;
        this.roster = roster;
        this.workingHours = workingHours;
        this.bookings = bookings;
        this.members = members;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (settings.withDemoData() && isFirst()) {
            fill();
        }
    }

    /** A second node waits here for the first one's transaction, and then has nothing to do. */
    private boolean isFirst() {
        return jdbc.sql("INSERT INTO demo_data (filled, filled_at) VALUES (true, ?) ON CONFLICT DO NOTHING")
                        .param(Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private void fill() {
        Map<DemoPerson, Long> ids = people();
        long club = clubs.found("Импульс", "Москва", "Лесная ул., 7", MOSCOW, "PRO", id(ids, DemoPerson.OWNER));
        long location = clubs.addLocation(club, "Зал на Лесной", "Лесная ул., 7");
        staff.add(club, id(ids, DemoPerson.MANAGER), StaffRole.MANAGER);
        staff.add(club, id(ids, DemoPerson.READER), StaffRole.READONLY);
        clubs.found(
                "Северный ветер",
                "Санкт-Петербург",
                "наб. реки Карповки, 5",
                MOSCOW,
                "FREE",
                id(ids, DemoPerson.OWNER));
        clubs.found(
                "Высота",
                "Екатеринбург",
                "ул. Малышева, 51",
                ZoneId.of("Asia/Yekaterinburg"),
                "FREE",
                id(ids, DemoPerson.OWNER));

        trainer(ids, DemoPerson.STRENGTH, 2500, 60, club, "Силовые тренировки и техника", SelfBooking.INSTANT);
        trainer(ids, DemoPerson.BOXING, 3000, 90, club, "Бокс с нуля", SelfBooking.INSTANT);
        trainer(ids, DemoPerson.YOGA, 2000, 60, club, "Йога и растяжка", SelfBooking.REQUEST);
        trainer(ids, DemoPerson.APPLICANT, 1800, 60, club, "Бег и выносливость", SelfBooking.INSTANT);
        for (DemoPerson approved : List.of(DemoPerson.STRENGTH, DemoPerson.BOXING, DemoPerson.YOGA)) {
            clubTrainers.approve(id(ids, DemoPerson.OWNER), club, id(ids, approved));
        }
        join(
                ids,
                DemoPerson.STRENGTH,
                DemoPerson.KATYA,
                DemoPerson.PAVEL,
                DemoPerson.SVETA,
                DemoPerson.EMILY,
                DemoPerson.ROMAN);
        join(ids, DemoPerson.BOXING, DemoPerson.ARTYOM, DemoPerson.ROMAN, DemoPerson.PAVEL);
        join(ids, DemoPerson.YOGA, DemoPerson.NINA, DemoPerson.ALINA, DemoPerson.KATYA, DemoPerson.SVETA);
        bookings.fill(ids, location, MOSCOW);
        members.fill(ids, club);
    }

    private Map<DemoPerson, Long> people() {
        Map<DemoPerson, Long> ids = new EnumMap<>(DemoPerson.class);
        for (DemoPerson person : DemoPerson.values()) {
            knownPeople.ifPresent(people -> people.add(person.telegram(), person.phone()));
            long userId = interlocutors.seen(Bot.MAIN, person.telegram(), null).userId();
            users.sharePhone(userId, person.phone());
            ids.put(person, userId);
        }
        return ids;
    }

    private void trainer(
            Map<DemoPerson, Long> ids,
            DemoPerson person,
            int rubles,
            int minutes,
            long club,
            String about,
            SelfBooking selfBooking) {
        long id = id(ids, person);
        trainers.register(id, Money.rubles(rubles * 100L), minutes, MOSCOW, club);
        trainers.changeSettings(
                id,
                0,
                new SettingsChange(
                        null,
                        null,
                        null,
                        null,
                        selfBooking,
                        null,
                        null,
                        null,
                        about,
                        null,
                        "Зал на Лесной",
                        null,
                        null,
                        null,
                        null));
        workingHours.replaceWeek(
                id,
                Arrays.stream(DayOfWeek.values())
                        .flatMap(day -> List.of(
                                Hours.of(day, LocalTime.of(9, 0), LocalTime.of(13, 0)),
                                Hours.of(day, LocalTime.of(14, 0), LocalTime.of(21, 0)))
                                .stream())
                        .toList(),
                0);
    }

    private void join(Map<DemoPerson, Long> ids, DemoPerson trainer, DemoPerson... clients) {
        for (DemoPerson client : clients) {
            roster.join(id(ids, trainer), id(ids, client));
        }
    }

    static long id(Map<DemoPerson, Long> ids, DemoPerson person) {
        Long id = ids.get(person);
        if (id == null) {
            throw new IllegalStateException(person + " is not there yet");
        }
        return id;
    }
}
