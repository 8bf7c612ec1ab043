package ru.trenergram.simulator.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.chats.BotAccounts;
import ru.trenergram.simulator.chats.Files;

/**
 * The chat page and what it is made of. Its files do not stand among the static resources, which are served whether the
 * simulator is on or not.
 */
@Controller
@WhenSimulated
class PageController {

    private static final String FILES = "simulator/";
    private static final Pattern ASSET = Pattern.compile("[a-z-]+\\.(js|css|svg)");
    private static final Pattern PAYLOAD = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final BotAccounts bots;
    private final Files files;

    PageController(BotAccounts bots, Files files) {
        this.bots = bots;
        this.files = files;
    }

    @GetMapping("/simulator")
    ResponseEntity<Resource> page() {
        return file("index.html", MediaType.TEXT_HTML);
    }

    @GetMapping("/simulator/assets/{name}")
    ResponseEntity<Resource> asset(@PathVariable String name) {
        var matcher = ASSET.matcher(name);
        if (!matcher.matches()) {
            return ResponseEntity.notFound().build();
        }
        String type = switch (matcher.group(1)) {
            case "js" -> "application/javascript";
            case "css" -> "text/css";
            default -> "image/svg+xml";
        };
        return file(name, MediaType.parseMediaType(type + ";charset=UTF-8"));
    }

    /** A deep link, as {@code t.me} opens it: the page asks who opens it and shows START. */
    @GetMapping("/simulator/t.me/{username}")
    ResponseEntity<Void> deepLink(
            @PathVariable String username, @RequestParam(required = false) @Nullable String start) {
        var target = UriComponentsBuilder.fromPath("/simulator");
        bots.withUsername(username)
                .ifPresentOrElse(
                        bot -> target.queryParam("bot", bot.slug()), () -> target.queryParam("unknown", "{username}"));
        Optional.ofNullable(start)
                .filter(payload -> PAYLOAD.matcher(payload).matches())
                .ifPresentOrElse(payload -> target.queryParam("start", payload), () -> target.queryParam("start", ""));
        URI location = target.encode().build().expand(username).toUri();
        return ResponseEntity.status(HttpStatus.FOUND).location(location).build();
    }

    @GetMapping("/simulator/api/files/{id}")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        return files.content(id)
                .map(file -> ResponseEntity.ok()
                        .headers(headers -> {
                            if (file.fileName() != null) {
                                headers.setContentDisposition(ContentDisposition.attachment()
                                        .filename(file.fileName(), StandardCharsets.UTF_8)
                                        .build());
                            }
                        })
                        .contentType(MediaType.parseMediaType(file.mediaType()))
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                        .body(file.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<Resource> file(String name, MediaType type) {
        var resource = new ClassPathResource(FILES + name);
        return resource.exists()
                ? ResponseEntity.ok()
                        .contentType(type)
                        .cacheControl(CacheControl.noCache())
                        .body(resource)
                : ResponseEntity.notFound().build();
    }
}
