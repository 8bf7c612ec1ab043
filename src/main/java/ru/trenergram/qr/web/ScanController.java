package ru.trenergram.qr.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.qr.Scans;

/** The address on a QR code: counts the scan and leads into the bot. */
@RestController
class ScanController {

    /** Those who look before a person does: previews of messengers, and search engines. */
    private static final Pattern MACHINE = Pattern.compile(
            "bot\\b|bot/|crawl|spider|preview|facebookexternalhit|whatsapp|curl|wget", Pattern.CASE_INSENSITIVE);

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Scans scans;
    private final UnknownCodePage unknown;

    ScanController(Scans scans, UnknownCodePage unknown) {
        this.scans = scans;
        this.unknown = unknown;
    }

    @GetMapping("/q/{code}")
    ResponseEntity<String> scan(
            @PathVariable String code,
            HttpMethod method,
            Locale language,
            @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String agent,
            @RequestHeader(name = "Sec-Purpose", required = false) @Nullable String purpose,
            @RequestHeader(name = "Purpose", required = false) @Nullable String formerPurpose) {
        boolean ahead = purpose != null || formerPurpose != null;
        boolean byPerson = method.equals(HttpMethod.GET)
                && !ahead
                && !MACHINE.matcher(agent).find();
        return scans.scanned(code, byPerson)
                .map(target -> ResponseEntity.status(HttpStatus.FOUND)
                        .location(URI.create(target))
                        .cacheControl(CacheControl.noStore()) // or the second scan would not be seen
                        .<String>build())
                .orElseGet(() -> nowhere(language));
    }

    @GetMapping("/q/**")
    ResponseEntity<String> nowhere(Locale language) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .cacheControl(CacheControl.noStore())
                .contentType(HTML)
                .body(unknown.in(language));
    }
}
