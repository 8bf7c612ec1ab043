package ru.trenergram.notifications;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Formats;
import ru.trenergram.notifications.BookingButton.Action;
import ru.trenergram.scheduling.BookingFilter;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/**
 * The sessions of a person as messages that are leafed through: a client's by pages, a trainer's by days. Each session has
 * a button that opens its live card.
 */
@Service
@Transactional(readOnly = true)
public class SessionPages {

    /** The route of a client's pages: {@code <upcoming|past>:<page>}. */
    public static final String CLIENT_ROUTE = "my-c";

    /** The route of a trainer's days: the date. */
    public static final String TRAINER_ROUTE = "my-t";

    public static final String UPCOMING = "upcoming";
    public static final String PAST = "past";

    /** Who wants to see more opens the Mini App: each page reads all those before it. */
    public static final int LAST_PAGE = 39;

    private static final int ON_A_PAGE = 5;
    private static final int ON_A_DAY = 24;

    /** Of a name: a full day must fit into a message. */
    private static final int LONGEST_NAME = 40;

    private static final Set<BookingStatus> TAKING_PLACE = EnumSet.complementOf(EnumSet.of(BookingStatus.CANCELLED));
    private static final Set<BookingStatus> AHEAD = EnumSet.of(BookingStatus.PENDING, BookingStatus.CONFIRMED);

    private final Bookings bookings;
    private final Trainers trainers;
    private final Users users;
    private final SessionTimes times;
    private final BotLinks links;
    private final MessageSource texts;
    private final Clock clock;

    SessionPages(
            Bookings bookings,
            Trainers trainers,
            Users users,
            SessionTimes times,
            BotLinks links,
            MessageSource texts,
            Clock clock) {
        this.bookings = bookings;
        this.trainers = trainers;
        this.users = users;
        this.times = times;
        this.links = links;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * @param upcoming what lies ahead, or all the rest
     * @param page from 0 to {@link #LAST_PAGE}
     */
    public Message ofClient(long userId, boolean upcoming, int page) {
        UserInfo client = users.get(userId);
        Locale locale = client.language();
        int first = page * ON_A_PAGE;
        int limit = first + ON_A_PAGE + 1;
        List<BookingInfo> found =
                upcoming ? bookings.upcoming(userId, null, limit) : bookings.past(userId, null, limit);
        List<BookingInfo> shown = found.stream().skip(first).limit(ON_A_PAGE).toList();

        List<List<Button>> rows = new ArrayList<>(rows(shown, client));
        List<Button> pages = new ArrayList<>();
        if (page > 0) {
            pages.add(page(locale, "my.back", upcoming, page - 1));
        }
        if (found.size() > first + ON_A_PAGE && page < LAST_PAGE) {
            pages.add(page(locale, "my.more", upcoming, page + 1));
        }
        if (!pages.isEmpty()) {
            rows.add(pages);
        }
        rows.add(List.of(
                page(locale, upcoming ? "my.to_past" : "my.to_upcoming", !upcoming, 0),
                new Button.WebApp(text(locale, "my.app"), links.clientApp(client.telegramId()))));
        String empty = text(locale, upcoming ? "my.none_upcoming" : "my.none_past");
        String head = text(locale, upcoming ? "my.upcoming" : "my.past");
        return message(head, shown.isEmpty() ? List.of(empty) : lines(shown, client), rows);
    }

    /** The trainer's sessions of today. */
    public Message ofTrainer(long userId) {
        return ofTrainer(userId, LocalDate.ofInstant(clock.instant(), zone(userId)));
    }

    /** The trainer's sessions of a day in their zone. */
    public Message ofTrainer(long userId, LocalDate day) {
        UserInfo trainer = users.get(userId);
        Locale locale = trainer.language();
        ZoneId zone = zone(userId);
        var filter = BookingFilter.days(day, day, zone, TAKING_PLACE);
        List<BookingInfo> shown = bookings.ofTrainer(userId, filter, null, ON_A_DAY);

        List<List<Button>> rows = new ArrayList<>(rows(shown, trainer));
        Optional<LocalDate> next = next(userId, day, zone);
        if (shown.isEmpty() && next.isPresent()) {
            rows.add(List.of(day(text(locale, "my.next", date(next.get(), locale)), next.get())));
        }
        rows.add(List.of(
                day("‹ " + date(day.minusDays(1), locale), day.minusDays(1)),
                day(date(day.plusDays(1), locale) + " ›", day.plusDays(1))));
        rows.add(List.of(new Button.WebApp(text(locale, "my.app"), links.trainerApp(trainer.telegramId()))));
        String head = text(locale, "my.day", Formats.day(day, locale));
        return message(head, shown.isEmpty() ? List.of(text(locale, "my.free_day")) : lines(shown, trainer), rows);
    }

    /** The next day with something ahead. */
    private Optional<LocalDate> next(long trainerId, LocalDate after, ZoneId zone) {
        var later = new BookingFilter(after.plusDays(1).atStartOfDay(zone).toInstant(), null, AHEAD);
        return bookings.ofTrainer(trainerId, later, null, 1).stream()
                .findFirst()
                .map(booking -> LocalDate.ofInstant(booking.startsAt(), zone));
    }

    private List<String> lines(List<BookingInfo> sessions, UserInfo reader) {
        return sessions.stream()
                .map(booking -> {
                    String when = times.when(booking, reader);
                    String what = Message.escape(
                            Formats.shortened(other(booking, reader).person().fullName(), LONGEST_NAME));
                    String line = sign(booking.status()) + " " + when + " · " + what;
                    return booking.status() == BookingStatus.CANCELLED ? "<s>" + line + "</s>" : line;
                })
                .toList();
    }

    private List<List<Button>> rows(List<BookingInfo> sessions, UserInfo reader) {
        return sessions.stream()
                .map(booking -> {
                    String when = DateTimeFormatter.ofPattern("d MMM, HH:mm", reader.language())
                            .withZone(booking.zone())
                            .format(booking.startsAt());
                    String label = sign(booking.status()) + " " + when + " · "
                            + Formats.shortened(other(booking, reader).person().firstName(), LONGEST_NAME);
                    var data = new BookingButton(Action.OPEN, booking.id(), booking.version()).data();
                    return List.<Button>of(new Button.Callback(label, data));
                })
                .toList();
    }

    private static Message message(String head, List<String> lines, List<List<Button>> rows) {
        String text =
                Stream.concat(Stream.of("<b>" + head + "</b>"), lines.stream()).collect(Collectors.joining("\n"));
        return Message.of(text).with(new Keyboard.Inline(rows));
    }

    /** LOOK.md, "Status signs". */
    private static String sign(BookingStatus status) {
        return switch (status) {
            case PENDING -> "◷";
            case CONFIRMED -> "✓";
            case COMPLETED -> "✓✓";
            case CANCELLED -> "–";
            case NO_SHOW -> "!";
        };
    }

    private UserInfo other(BookingInfo booking, UserInfo reader) {
        return users.get(booking.trainerId() == reader.id() ? booking.clientId() : booking.trainerId());
    }

    private Button page(Locale locale, String key, boolean upcoming, int page) {
        return new Button.Callback(text(locale, key), CLIENT_ROUTE + ":" + (upcoming ? UPCOMING : PAST) + ":" + page);
    }

    private static Button day(String label, LocalDate day) {
        return new Button.Callback(label, TRAINER_ROUTE + ":" + day);
    }

    private static String date(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern("EEE, d MMM", locale).format(day);
    }

    private ZoneId zone(long trainerId) {
        return Objects.requireNonNull(trainers.get(trainerId)).timezone();
    }

    private String text(Locale locale, String key, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
