package ru.trenergram.scheduling.bot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Formats;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.ClubBooking;
import ru.trenergram.scheduling.ClubDay;
import ru.trenergram.scheduling.ClubDays;
import ru.trenergram.scheduling.ClubDesk.BookingRow;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;

/** {@code /today} in the staff bot: a club's sessions by trainer, who is free now, and what the day brings. */
@Component
class TodayCommand implements BotModule {

    private static final String CLUB = "today";
    private static final int NAMES_SHOWN = 10;

    /** Leaves room within a message's 4096 characters for the end. */
    private static final int ROOM = 3900;

    private final ClubDays days;
    private final StaffMembers staff;

    TodayCommand(ClubDays days, StaffMembers staff) {
        this.days = days;
        this.staff = staff;
    }

    @Override
    public Bot bot() {
        return Bot.STAFF;
    }

    @Override
    public void routes(Routes routes) {
        routes.commandForSome("today", this::begin).button(CLUB, this::show);
    }

    private void begin(Turn turn) {
        List<Membership> clubs = staff.memberships(turn.user().userId()).stream()
                .filter(membership -> membership.role().opensPanel())
                .toList();
        switch (clubs.size()) {
            case 0 -> turn.say(turn.text("today.no_club"));
            case 1 -> turn.say(day(turn, clubs.getFirst().club().id()));
            default ->
                turn.say(Message.of(turn.text("today.which_club"))
                        .with(Keyboard.Inline.column(clubs.stream()
                                .map(Membership::club)
                                .map(club -> new Button.Callback(club.name(), CLUB + ":" + club.id()))
                                .toArray(Button[]::new))));
        }
    }

    private void show(Turn turn) {
        String id = turn.input() instanceof Input.Press press ? String.valueOf(press.argument(0)) : "";
        if (id.matches("\\d{1,18}")) {
            turn.edit(day(turn, Long.parseLong(id)));
        } else {
            turn.toast(turn.text("telegram.old_button"));
        }
    }

    private Message day(Turn turn, long clubId) {
        ClubDay day = days.today(turn.user().userId(), clubId);
        List<String> lines = new ArrayList<>();
        lines.add("<b>" + Message.escape(day.club().name()) + "</b>, " + Formats.day(day.date(), turn.locale()));
        lines.add(summary(turn, day));
        lines.add(free(turn, day.freeNow()));
        addSessions(turn, day, lines);
        return Message.of(String.join("\n", lines))
                .with(Keyboard.Inline.column(new Button.Callback(turn.text("today.refresh"), CLUB + ":" + clubId)));
    }

    private static String summary(Turn turn, ClubDay day) {
        if (day.bookings().isEmpty() && day.cancelled() == 0) {
            return turn.text("today.nothing");
        }
        if (!day.seesMoney()) {
            return turn.text(
                    "today.summary_without_money",
                    day.bookings().size(),
                    day.completed().size(),
                    day.cancelled());
        }
        return turn.text(
                "today.summary",
                day.bookings().size(),
                Formats.money(day.total(), turn.locale()),
                day.completed().size(),
                Formats.money(day.earned(), turn.locale()),
                day.cancelled());
    }

    private static String free(Turn turn, List<String> names) {
        if (names.isEmpty()) {
            return turn.text("today.nobody_free");
        }
        String shown = Message.escape(String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size()))));
        return names.size() <= NAMES_SHOWN
                ? turn.text("today.free", shown)
                : turn.text("today.free_and_more", shown, names.size() - NAMES_SHOWN);
    }

    private static void addSessions(Turn turn, ClubDay day, List<String> lines) {
        Map<String, List<BookingRow>> byTrainer = new LinkedHashMap<>();
        for (BookingRow row : day.bookings()) {
            byTrainer
                    .computeIfAbsent(row.booking().trainerName(), name -> new ArrayList<>())
                    .add(row);
        }
        int left = day.bookings().size();
        int length = String.join("\n", lines).length();
        for (var trainer : byTrainer.entrySet()) {
            String head = "\n<b>" + Message.escape(trainer.getKey()) + "</b>\n";
            for (BookingRow row : trainer.getValue()) {
                String line = head + line(day, row);
                length += line.length() + 1;
                if (length > ROOM) {
                    lines.add("\n" + turn.text("today.more", left));
                    return;
                }
                lines.add(line);
                left--;
                head = "";
            }
        }
    }

    /** “09:00–10:00 ✓ Катя Волкова, +7 916 …”, by the club's clock. */
    private static String line(ClubDay day, BookingRow row) {
        ClubBooking booking = row.booking();
        int minutes = Math.toIntExact(
                Duration.between(booking.startsAt(), booking.endsAt()).toMinutes());
        String when = Formats.span(booking.startsAt(), minutes, day.club().timezone());
        String phone = row.clientPhone() == null ? "" : ", " + Formats.phone(row.clientPhone());
        return when + " " + sign(booking.status()) + " " + Message.escape(booking.clientName()) + phone;
    }

    private static String sign(BookingStatus status) {
        return switch (status) {
            case PENDING -> "◷";
            case CONFIRMED -> "✓";
            case COMPLETED -> "✓✓";
            case CANCELLED -> "–";
            case NO_SHOW -> "!";
        };
    }
}
