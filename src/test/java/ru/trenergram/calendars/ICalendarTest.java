package ru.trenergram.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ICalendarTest {

    private static final String WRITTEN =
            "Зал; «Север», 2-й этаж \\ вход\nс двора 🏋️‍♀️ 漢字 ".repeat(9).strip();

    @Test
    void no_line_is_longer_than_75_octets_and_every_line_ends_with_crlf() {
        String file = new ICalendar().text("DESCRIPTION", WRITTEN).toString();

        assertThat(file).endsWith("\r\n");
        assertThat(file.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(file.split("\r\n"))
                .hasSizeGreaterThan(5)
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(file.split("\r\n"))
                .allSatisfy(
                        line -> assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(line))
                                .isTrue());
    }

    @Test
    void what_people_have_written_is_read_as_they_wrote_it() throws Exception {
        Calendar read = read(event(new ICalendar().begin("VCALENDAR"))
                .text("SUMMARY", WRITTEN)
                .end("VEVENT")
                .end("VCALENDAR"));

        VEvent event = read.<VEvent>getComponents("VEVENT").getFirst();
        assertThat(event.getSummary().getValue()).isEqualTo(WRITTEN);
    }

    @Test
    void the_second_of_two_equal_hours_is_given_in_utc() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant first = Instant.parse("2026-10-25T00:30:00Z");

        assertThat(new ICalendar().moment("DTSTART", first, berlin).toString())
                .isEqualTo("DTSTART;TZID=Europe/Berlin:20261025T023000\r\n");
        assertThat(new ICalendar()
                        .moment("DTSTART", first.plusSeconds(3600), berlin)
                        .toString())
                .isEqualTo("DTSTART:20261025T013000Z\r\n");
    }

    /** By the rules that the file itself brings along: read with a name that nobody knows. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Moscow,       2026-12-01T07:00:00Z",
        "Europe/Berlin,       2027-03-28T00:59:00Z",
        "Europe/Berlin,       2027-03-28T01:00:00Z",
        "America/New_York,    2026-11-01T05:59:00Z",
        "America/New_York,    2026-11-01T07:00:00Z",
        "America/Sao_Paulo,   2026-12-01T07:00:00Z",
        "Asia/Kathmandu,      2026-12-01T07:00:00Z",
        "Australia/Lord_Howe, 2027-04-03T14:59:00Z",
        "Australia/Lord_Howe, 2026-10-04T02:00:00Z",
        "Pacific/Chatham,     2026-12-01T07:00:00Z",
    })
    void a_zone_is_understood_by_whoever_does_not_know_it(String zone, Instant moment) throws Exception {
        var file = new ICalendar();
        file.begin("VCALENDAR");
        TimeZones.write(
                file, ZoneId.of(zone), Instant.parse("2026-09-01T00:00:00Z"), Instant.parse("2027-09-01T00:00:00Z"));
        event(file).moment("DTSTART", moment, ZoneId.of(zone)).end("VEVENT").end("VCALENDAR");
        String foreign = file.toString().replace(zone, "Nowhere/Known");

        VEvent event = read(foreign).<VEvent>getComponents("VEVENT").getFirst();

        assertThat(ZonedDateTime.from(event.<Temporal>getDateTimeStart().getDate())
                        .toInstant())
                .isEqualTo(moment);
    }

    @Test
    void what_comes_every_year_is_a_rule_and_what_does_not_is_a_list() {
        assertThat(zone("Europe/Berlin"))
                .contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
                .containsOnlyOnce("BEGIN:DAYLIGHT");
        assertThat(zone("America/New_York")).contains("BYMONTH=3;BYDAY=2SU", "BYMONTH=11;BYDAY=1SU");
        // Ramadan wanders through the year
        assertThat(zone("Africa/Casablanca")).doesNotContain("RRULE").contains("DTSTART:20270207T030000");
        assertThat(zone("Europe/Moscow")).contains("DTSTART:20141026T020000").doesNotContain("RRULE");
    }

    private static String zone(String id) {
        var file = new ICalendar();
        TimeZones.write(
                file, ZoneId.of(id), Instant.parse("2026-09-01T00:00:00Z"), Instant.parse("2029-09-01T00:00:00Z"));
        return file.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Z", "Etc/UTC", "GMT"})
    void time_of_utc_needs_no_zone(String zone) {
        assertThat(new ICalendar()
                        .moment("DTSTART", Instant.parse("2026-12-01T07:00:00Z"), ZoneId.of(zone))
                        .toString())
                .isEqualTo("DTSTART:20261201T070000Z\r\n");
    }

    @Test
    void a_zone_without_changes_has_one_rule() throws Exception {
        var file = new ICalendar();
        file.begin("VCALENDAR");
        TimeZones.write(file, ZoneId.of("+05:30"), Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"));
        file.end("VCALENDAR");

        VTimeZone zone =
                read(file.toString()).<VTimeZone>getComponents("VTIMEZONE").getFirst();
        assertThat(zone.getObservances()).hasSize(1);
        assertThat(file.toString()).contains("TZOFFSETTO:+0530");
    }

    private static ICalendar event(ICalendar file) {
        return file.begin("VEVENT").line("UID", "1@test").moment("DTSTAMP", Instant.EPOCH);
    }

    private static Calendar read(ICalendar file) throws Exception {
        return read(file.toString());
    }

    private static Calendar read(String file) throws Exception {
        return new CalendarBuilder().build(new StringReader(file));
    }
}
