package ru.trenergram.qr.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Settings;
import ru.trenergram.qr.TrainerCodes;
import ru.trenergram.security.Caller;
import ru.trenergram.trainers.Trainers;

/** A trainer's link and the pictures of its QR code. */
@RestController
class QrController {

    private static final CacheControl HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final TrainerCodes codes;
    private final Trainers trainers;
    private final Settings settings;

    QrController(TrainerCodes codes, Trainers trainers, Settings settings) {
        this.codes = codes;
        this.trainers = trainers;
        this.settings = settings;
    }

    /** @param scans how often the QR code was scanned; whoever opens {@code url} itself is not among them */
    record Link(String url, String qrPngUrl, String qrSvgUrl, long scans) {}

    @GetMapping("/api/v1/users/trainer/{telegramId}/link")
    Link link(@AuthenticationPrincipal Caller caller, @PathVariable long telegramId) {
        if (caller.telegramId() != telegramId) {
            throw DomainException.notFound();
        }
        trainers.get(caller.userId());
        String image = settings.baseUrl() + "/api/v1/qr/trainer/" + telegramId;
        return new Link(codes.url(telegramId), image + ".png", image + ".svg", codes.scans(caller.userId()));
    }

    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")))
    @GetMapping(value = "/api/v1/qr/trainer/{telegramId}.png", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> png(
            @PathVariable long telegramId,
            @RequestParam(defaultValue = "512") @Min(128) @Max(2048) int size,
            @Parameter(description = "to be kept as a file") @RequestParam(defaultValue = "false") boolean download) {
        var answer = ResponseEntity.ok().cacheControl(HOUR);
        if (download) {
            answer.headers(headers -> headers.setContentDisposition(ContentDisposition.attachment()
                    .filename("trenergram-qr.png")
                    .build()));
        }
        return answer.body(codes.png(telegramId, size));
    }

    @GetMapping(value = "/api/v1/qr/trainer/{telegramId}.svg", produces = "image/svg+xml")
    ResponseEntity<String> svg(
            @PathVariable long telegramId, @RequestParam(defaultValue = "512") @Min(128) @Max(2048) int size) {
        return ResponseEntity.ok().cacheControl(HOUR).body(codes.svg(telegramId, size));
    }
}
