package ru.trenergram.calendars.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Hashes;
import ru.trenergram.base.Settings;
import ru.trenergram.calendars.CalendarFeeds;
import ru.trenergram.security.Caller;

/** The address of one's calendar feed, and the feed itself (API.md, "Clubs, QR, calendar, analytics"). */
@RestController
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeeds feeds;
    private final Settings settings;

    CalendarController(CalendarFeeds feeds, Settings settings) {
        this.feeds = feeds;
        this.settings = settings;
    }

    /** @param webcalUrl the same address, which phones open with their calendar */
    record Feed(String url, String webcalUrl) {}

    @GetMapping("/api/v1/users/me/calendar")
    Feed address(@AuthenticationPrincipal Caller caller) {
        return address(feeds.secret(caller.userId()));
    }

    @PostMapping("/api/v1/users/me/calendar/rotate")
    Feed rotate(@AuthenticationPrincipal Caller caller) {
        return address(feeds.rotate(caller.userId()));
    }

    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = "string")))
    @GetMapping("/api/v1/calendar/{secret}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String secret) {
        byte[] file = feeds.read(secret).orElseThrow(DomainException::notFound).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .eTag(etag(file))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(CALENDAR)
                .body(file);
    }

    private Feed address(String secret) {
        String url = settings.baseUrl() + "/api/v1/calendar/" + secret + ".ics";
        return new Feed(url, url.replaceFirst("^https?", "webcal"));
    }

    /** A weak one: Tomcat does not compress what has a strong one. */
    private static String etag(byte[] file) {
        return "W/\"" + HexFormat.of().formatHex(Hashes.sha256(file), 0, 8) + "\"";
    }
}
