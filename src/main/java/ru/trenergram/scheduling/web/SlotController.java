package ru.trenergram.scheduling.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.scheduling.Block;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.DayPlan;
import ru.trenergram.scheduling.DaySummary;
import ru.trenergram.scheduling.FreeSlots;
import ru.trenergram.scheduling.SlotSearch;
import ru.trenergram.scheduling.Slots;
import ru.trenergram.scheduling.Span;
import ru.trenergram.security.Caller;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;

/** Free slots and the trainer's day (API.md, "Schedule and slots"). */
@RestController
@RequestMapping("/api/v1/slots/trainer/{telegramId}")
class SlotController {

    private final Slots slots;
    private final BookingResources bookings;
    private final Trainers trainers;

    SlotController(Slots slots, BookingResources bookings, Trainers trainers) {
        this.slots = slots;
        this.bookings = bookings;
        this.trainers = trainers;
    }

    record SlotsResource(String timezone, List<SlotDay> days) {}

    record SlotDay(LocalDate date, List<SpanResource> slots) {}

    record SpanResource(OffsetDateTime startsAt, OffsetDateTime endsAt) {}

    /** @param kind {@code free}, {@code booking} or {@code blocked} */
    record DayItem(
            @Schema(allowableValues = {"free", "booking", "blocked"})
            String kind,

            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            @Nullable BookingResource booking,
            @Nullable DayBlock block) {}

    record DayBlock(long id, @Nullable String reason) {}

    record DaysResource(String timezone, List<DayFigures> days) {}

    record DayFigures(LocalDate date, DayCounts bookings, long freeMinutes, boolean off) {}

    record DayCounts(int pending, int confirmed, int completed, int cancelled, int noShow) {}

    /** @param off whether the trainer does not work on this day */
    record DayResource(LocalDate date, String timezone, List<DayItem> items, List<SpanResource> working, boolean off) {}

    @GetMapping
    SlotsResource slots(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long telegramId,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable Integer minutes,
            @RequestParam(name = "exclude_booking", required = false) @Nullable UUID excludeBooking) {
        FreeSlots free = slots.of(telegramId, caller.userId(), new SlotSearch(from, to, minutes, excludeBooking));
        return new SlotsResource(
                free.zone().getId(),
                free.days().stream()
                        .map(day -> new SlotDay(day.date(), times(day.slots(), free.zone())))
                        .toList());
    }

    @GetMapping("/days")
    DaysResource days(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long telegramId,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to) {
        TrainerProfile trainer = Own.trainer(trainers, caller, telegramId);
        return new DaysResource(
                trainer.timezone().getId(),
                slots.days(trainer, from, to).stream()
                        .map(SlotController::figures)
                        .toList());
    }

    @GetMapping("/day/{date}")
    DayResource day(
            @AuthenticationPrincipal Caller caller, @PathVariable long telegramId, @PathVariable LocalDate date) {
        DayPlan day = slots.day(Own.trainer(trainers, caller, telegramId), date);
        return new DayResource(
                day.date(), day.zone().getId(), items(day, caller), times(day.working(), day.zone()), day.off());
    }

    private List<DayItem> items(DayPlan day, Caller caller) {
        List<BookingInfo> booked = day.items().stream()
                .filter(DayPlan.Booked.class::isInstance)
                .map(item -> ((DayPlan.Booked) item).booking())
                .toList();
        Iterator<BookingResource> shown = bookings.of(booked, caller).iterator();
        List<DayItem> items = new ArrayList<>();
        for (DayPlan.Item item : day.items()) {
            SpanResource times = times(item.time(), day.zone());
            items.add(
                    switch (item) {
                        case DayPlan.Free free -> new DayItem("free", times.startsAt(), times.endsAt(), null, null);
                        case DayPlan.Booked taken ->
                            new DayItem("booking", times.startsAt(), times.endsAt(), shown.next(), null);
                        case DayPlan.Blocked blocked ->
                            new DayItem("blocked", times.startsAt(), times.endsAt(), null, block(blocked.block()));
                    });
        }
        return items;
    }

    private static DayBlock block(Block block) {
        return new DayBlock(block.id(), block.reason());
    }

    private static DayFigures figures(DaySummary day) {
        Map<BookingStatus, Integer> counts = day.bookings();
        return new DayFigures(
                day.date(),
                new DayCounts(
                        counts.getOrDefault(BookingStatus.PENDING, 0),
                        counts.getOrDefault(BookingStatus.CONFIRMED, 0),
                        counts.getOrDefault(BookingStatus.COMPLETED, 0),
                        counts.getOrDefault(BookingStatus.CANCELLED, 0),
                        counts.getOrDefault(BookingStatus.NO_SHOW, 0)),
                day.freeMinutes(),
                day.off());
    }

    private static List<SpanResource> times(List<Span> spans, ZoneId zone) {
        return spans.stream().map(span -> times(span, zone)).toList();
    }

    private static SpanResource times(Span span, ZoneId zone) {
        return new SpanResource(BookingResources.at(span.startsAt(), zone), BookingResources.at(span.endsAt(), zone));
    }
}
