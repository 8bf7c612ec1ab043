package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.scheduling.Gym.Somebody;
import ru.trenergram.scheduling.StaffBookings.Details;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.Together;
import ru.trenergram.users.Users;

/** What each role of a club does with bookings. */
@IntegrationTest
class StaffBookingsIntegrationTest {

    private static final Instant TEN = Instant.parse("2026-12-01T07:00:00Z");

    @Autowired
    ApplicationContext application;

    @Autowired
    StaffBookings staffBookings;

    @Autowired
    ClubCalendar calendar;

    @Autowired
    Bookings bookings;

    @Autowired
    StaffMembers staffMembers;

    @Autowired
    Users users;

    @Autowired
    MovableClock clock;

    private Gym gym;
    private Somebody owner;
    private Somebody trainer;
    private Somebody client;
    private long club;
    private long location;

    @BeforeEach
    void setUp() {
        gym = new Gym(application);
        owner = gym.somebody("Владелец");
        trainer = gym.trainer();
        client = gym.clientOf(trainer);
        club = gym.club(owner, trainer);
        location = calendar.locations(owner.userId(), club).getFirst().id();
    }

    @ParameterizedTest
    @EnumSource(names = {"OWNER", "MANAGER"})
    void owners_and_managers_book_move_change_and_cancel_for_the_trainer(StaffRole role) {
        long staff = staff(role);

        BookingInfo booked = staffBookings.book(staff, club, wish(TEN), null);
        assertThat(booked.status()).isEqualTo(BookingStatus.PENDING);
        assertThat(booked.awaiting()).isEqualTo(Side.CLIENT);
        assertThat(booked.createdBy()).isEqualTo(Side.STAFF);

        BookingInfo moved = staffBookings.edit(
                staff, club, booked.id(), 0, BookingEdit.moveTo(TEN.plusSeconds(3600)), SeriesScope.THIS);
        assertThat(moved.startsAt()).isEqualTo(TEN.plusSeconds(3600));

        BookingInfo dearer = staffBookings.edit(
                staff,
                club,
                booked.id(),
                1,
                new BookingEdit(null, null, Money.rubles(300_000), null),
                SeriesScope.THIS);
        assertThat(dearer.price()).isEqualTo(Money.rubles(300_000));

        BookingInfo cancelled = staffBookings.cancel(staff, club, booked.id(), 2, "Зал закрыт", SeriesScope.THIS);
        assertThat(cancelled.status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(staffBookings.details(staff, club, booked.id()).history())
                .extracting(StaffBookings.Change::change)
                .containsExactly("created", "moved", "edited", "cancelled");
    }

    @ParameterizedTest
    @EnumSource(names = {"MARKETING", "READONLY"})
    void the_others_look_and_may_do_nothing(StaffRole role) {
        UUID booking = byClient();
        users.sharePhone(client.userId(), "79161234567");
        long staff = staff(role);

        Details details = staffBookings.details(staff, club, booking);
        assertThat(details.actions()).isEmpty();
        assertThat(details.clientPhone()).isEqualTo(role.seesPhones() ? "+79161234567" : null);
        refuses(ErrorCode.FORBIDDEN, () -> staffBookings.book(staff, club, wish(TEN.plusSeconds(7200)), null));
        refuses(ErrorCode.FORBIDDEN, () -> move(staff, club, booking));
        refuses(ErrorCode.FORBIDDEN, () -> staffBookings.cancel(staff, club, booking, 0, "Нет", SeriesScope.THIS));
        refuses(ErrorCode.FORBIDDEN, () -> staffBookings.act(staff, club, booking, 0, BookingAction.NO_SHOW));
        refuses(ErrorCode.FORBIDDEN, () -> staffBookings.clients(staff, club, trainer.userId(), "", 0, 10));
        assertThat(bookings.get(booking).version()).isZero();
    }

    @Test
    void a_cashier_does_not_even_look() {
        UUID booking = byClient();
        long staff = staff(StaffRole.CASHIER);

        refuses(ErrorCode.FORBIDDEN, () -> staffBookings.details(staff, club, booking));
    }

    @Test
    void another_clubs_booking_and_another_clubs_id_lead_nowhere() {
        UUID booking = byClient();
        Somebody stranger = gym.somebody("Чужой");
        long foreign = gym.club(stranger, gym.trainer());

        refuses(ErrorCode.NOT_FOUND, () -> staffBookings.details(stranger.userId(), club, booking));
        refuses(ErrorCode.NOT_FOUND, () -> staffBookings.details(stranger.userId(), foreign, booking));
        refuses(ErrorCode.NOT_FOUND, () -> move(stranger.userId(), foreign, booking));
        refuses(
                ErrorCode.NOT_FOUND,
                () -> staffBookings.cancel(stranger.userId(), foreign, booking, 0, "Нет", SeriesScope.THIS));
        refuses(
                ErrorCode.NOT_FOUND,
                () -> staffBookings.clients(stranger.userId(), foreign, trainer.userId(), "", 0, 9));
        refuses(ErrorCode.NOT_FOUND, () -> staffBookings.book(stranger.userId(), foreign, wish(TEN), null));
    }

    @Test
    void a_session_is_booked_at_a_location_of_the_club_and_nowhere_else() {
        Somebody elsewhere = gym.somebody("Владелец другого");
        long other = gym.club(elsewhere, trainer);
        long theirs = calendar.locations(elsewhere.userId(), other).getFirst().id();
        var wish = new NewBooking(trainer.userId(), client.userId(), TEN, null, null, null, theirs);

        refuses(ErrorCode.VALIDATION_FAILED, () -> staffBookings.book(owner.userId(), club, wish, null));
    }

    @Test
    void somebody_who_saw_a_former_state_is_told_the_present_one() {
        UUID booking = byClient();
        bookings.cancel(Actor.client(client.userId()), booking, 0, null);

        assertThatThrownBy(() -> move(owner.userId(), club, booking))
                .isInstanceOfSatisfying(
                        StaleBookingException.class,
                        stale -> assertThat(stale.current().status()).isEqualTo(BookingStatus.CANCELLED));
    }

    @Test
    void of_many_who_want_one_time_at_once_one_gets_it() throws Exception {
        List<Callable<String>> deeds = IntStream.range(0, 8)
                .<Callable<String>>mapToObj(n -> () -> {
                    try {
                        staffBookings.book(owner.userId(), club, wish(TEN), null);
                        return "booked";
                    } catch (DomainException refusal) {
                        return refusal.code().code();
                    }
                })
                .toList();

        assertThat(Together.atOnce(deeds))
                .containsOnlyOnce("booked")
                .filteredOn(result -> result.equals("slot_taken"))
                .hasSize(7);
    }

    @Test
    void a_weekly_series_is_booked_and_cancelled_from_one_week_on() {
        BookingInfo first = staffBookings.book(owner.userId(), club, wish(TEN), new Repeat(4, false));
        assertThat(first.series()).isNotNull();

        staffBookings.cancel(owner.userId(), club, first.id(), 0, "Отпуск", SeriesScope.ALL);

        assertThat(bookings.upcoming(client.userId(), null, 10)).isEmpty();
    }

    @Test
    void attendance_is_set_once_the_session_has_begun() {
        UUID booking = byClient();
        clock.moveTo(TEN.plusSeconds(600));

        assertThat(staffBookings.details(owner.userId(), club, booking).actions())
                .contains(BookingAction.NO_SHOW)
                .doesNotContain(BookingAction.MOVE, BookingAction.CANCEL);
        assertThat(staffBookings
                        .act(owner.userId(), club, booking, 0, BookingAction.NO_SHOW)
                        .status())
                .isEqualTo(BookingStatus.NO_SHOW);
    }

    @Test
    void what_a_trainer_who_has_left_did_at_the_club_is_only_read() {
        UUID booking = staffBookings.book(owner.userId(), club, wish(TEN), null).id();
        clock.moveTo(TEN.plusSeconds(600));
        var dearer = new BookingEdit(null, null, Money.rubles(900_000), null);
        assertThat(staffBookings.details(owner.userId(), club, booking).actions())
                .contains(BookingAction.EDIT, BookingAction.COMPLETE);

        application.getBean(TrainerDepartures.class).remove(owner.userId(), club, trainer.userId());

        assertThat(staffBookings.details(owner.userId(), club, booking).actions())
                .isEmpty();
        refuses(
                ErrorCode.NOT_FOUND,
                () -> staffBookings.edit(owner.userId(), club, booking, 0, dearer, SeriesScope.THIS));
        refuses(ErrorCode.NOT_FOUND, () -> staffBookings.act(owner.userId(), club, booking, 0, BookingAction.COMPLETE));
        refuses(ErrorCode.NOT_FOUND, () -> staffBookings.act(owner.userId(), club, booking, 0, BookingAction.NO_SHOW));
        assertThat(bookings.get(booking).version()).isZero();
        bookings.complete(Actor.trainer(trainer.userId()), booking, 0);
    }

    @Test
    void clients_of_the_trainer_are_found_by_name_or_number() {
        users.sharePhone(client.userId(), "79161234567");
        Somebody second = gym.somebody("Вера");
        application.getBean(ru.trenergram.trainers.Roster.class).join(trainer.userId(), second.userId());

        assertThat(found("вЕр")).containsExactly("Вера");
        assertThat(found("123-45")).containsExactly("Клиент");
        assertThat(found("")).hasSize(2);
        assertThat(found("никто")).isEmpty();
    }

    private List<String> found(String words) {
        return staffBookings.clients(owner.userId(), club, trainer.userId(), words, 0, 10).stream()
                .map(StaffBookings.Bookable::name)
                .toList();
    }

    private BookingInfo move(long staff, long at, UUID booking) {
        return staffBookings.edit(staff, at, booking, 0, BookingEdit.moveTo(TEN.plusSeconds(7200)), SeriesScope.THIS);
    }

    private static void refuses(ErrorCode code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private long staff(StaffRole role) {
        Somebody somebody = gym.somebody("Сотрудник");
        staffMembers.add(club, somebody.userId(), role);
        return somebody.userId();
    }

    private NewBooking wish(Instant start) {
        return new NewBooking(trainer.userId(), client.userId(), start, null, null, null, location);
    }

    private UUID byClient() {
        return bookings.create(Actor.client(client.userId()), NewBooking.at(trainer.userId(), client.userId(), TEN))
                .id();
    }
}
