package ru.trenergram.support;

import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.scheduling.Actor;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.scheduling.NewBooking;
import ru.trenergram.security.Caller;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.TelegramPerson;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Users;

/** Views without a browser, in the whole application. Everybody in a test is new, so tests can share a database. */
@IntegrationTest
public abstract class PanelTest extends SpringBrowserlessTest {

    public static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private static final long SUPERADMIN = 5_200_000_001L; // as IntegrationTest names them
    private static final AtomicLong IDS = new AtomicLong(7_800_000_000L);

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected Users users;

    @Autowired
    protected Clubs clubs;

    @Autowired
    protected StaffMembers staffMembers;

    @Autowired
    protected ClubTrainers clubTrainers;

    @Autowired
    private Trainers trainers;

    @Autowired
    private Roster roster;

    @Autowired
    private Bookings bookings;

    @BeforeEach
    final void start() {
        clock.moveTo(MovableClock.START);
        UI.getCurrent().getSession().setLocale(Locale.of("ru"));
        UI.getCurrent().setLocale(Locale.of("ru"));
    }

    @AfterEach
    final void signOut() {
        SecurityContextHolder.clearContext();
    }

    /** A new user of the bots; the id is the service's own. */
    protected long person(String name) {
        var person = new TelegramPerson(IDS.incrementAndGet(), name, null, null, "ru");
        return users.seen(Bot.MAIN, person, null).userId();
    }

    protected void signIn(long userId) {
        var caller = new Caller(userId, users.get(userId).telegramId());
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of()));
    }

    /** The platform's super-admin, who is signed in; the same in all tests. */
    protected long superadmin() {
        long superadmin = users.seen(Bot.STAFF, new TelegramPerson(SUPERADMIN, "Ада", null, null, "ru"), null)
                .userId();
        signIn(superadmin);
        return superadmin;
    }

    /** A club in Moscow with one location; its owner is signed in. */
    protected long ownClub(String tariff) {
        long owner = person("Марина");
        signIn(owner);
        return club("Атлант", tariff, owner);
    }

    protected long club(String name, String tariff, long owner) {
        long club = clubs.found(name, "Москва", "Тверская, 1", MOSCOW, tariff, owner);
        clubs.addLocation(club, "Зал на Тверской", "Тверская, 1");
        return club;
    }

    /** Somebody new on the staff, who is signed in. */
    protected void signInAs(StaffRole role, long club) {
        long staff = person("Пётр");
        staffMembers.add(club, staff, role);
        signIn(staff);
    }

    /** A trainer with sessions of 60 minutes at 2 500 ₽, who has applied to the club. */
    protected long applicant(long club, String name) {
        long trainer = person(name);
        trainers.register(trainer, Money.rubles(250_000), 60, MOSCOW, club);
        return trainer;
    }

    protected long trainer(long club, String name) {
        long trainer = applicant(club, name);
        clubTrainers.approve(staffMembers.owners(club).getFirst(), club, trainer);
        return trainer;
    }

    protected long clientOf(long trainer, String name) {
        long client = person(name);
        roster.join(trainer, client);
        return client;
    }

    protected void join(long trainer, long client) {
        roster.join(trainer, client);
    }

    /** Books as the trainer does: PENDING. */
    protected BookingInfo book(long trainer, long client, String startsAt) {
        return bookings.create(Actor.trainer(trainer), NewBooking.at(trainer, client, Instant.parse(startsAt)));
    }

    /** Follows an address, wherever it leads. */
    protected static void go(String address) {
        int question = address.indexOf('?');
        if (question < 0) {
            UI.getCurrent().navigate(address);
        } else {
            UI.getCurrent()
                    .navigate(
                            address.substring(0, question),
                            QueryParameters.fromString(address.substring(question + 1)));
        }
        roundTrip();
    }

    /** Where one is, without what follows a question mark. */
    protected static String address() {
        return UI.getCurrent().getActiveViewLocation().getPath();
    }

    /** All text of the page, the frame around the view included. */
    protected static String page() {
        return UI.getCurrent()
                .getInternals()
                .getActiveRouterTargetsChain()
                .getLast()
                .getElement()
                .getTextRecursively();
    }

    /** What the last short message says. */
    protected String notice() {
        return test(find(Notification.class).last()).getText();
    }

    /** Waits for what comes to the page by itself: what others do is shown when the page is next at leisure. */
    protected static void comes(ThrowingRunnable assertion) {
        VaadinSession session = VaadinSession.getCurrent();
        await().pollInSameThread().untilAsserted(() -> {
            session.getService().runPendingAccessTasks(session);
            assertion.run();
        });
    }
}
