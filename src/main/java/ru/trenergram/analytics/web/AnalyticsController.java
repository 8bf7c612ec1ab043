package ru.trenergram.analytics.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.analytics.Exports;
import ru.trenergram.analytics.Period;
import ru.trenergram.analytics.Reports;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.export.ExportFormat;
import ru.trenergram.security.Caller;
import ru.trenergram.trainers.Trainers;

/** A trainer's own figures and files (API.md, "Clubs, QR, calendar, analytics"). */
@RestController
@RequestMapping("/api/v1/analytics/trainer/{telegramId}")
class AnalyticsController {

    private final Reports reports;
    private final Exports exports;
    private final Trainers trainers;

    AnalyticsController(Reports reports, Exports exports, Trainers trainers) {
        this.reports = reports;
        this.exports = exports;
        this.trainers = trainers;
    }

    /** @param to included; at most 366 days with the first */
    record ExportRequest(
            @NotNull @Pattern(regexp = "csv|xlsx") String format,
            @NotNull LocalDate from,
            @NotNull LocalDate to) {}

    /** @param fileName under which the bot will send it */
    record ExportAccepted(String fileName) {}

    @GetMapping
    ReportResource report(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long telegramId,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to) {
        return ReportResource.of(reports.of(period(caller, telegramId, from, to)));
    }

    /** Bookings and ledger in one table, in the order of time; in Russian with semicolons, else with commas. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/export.csv")
    ResponseEntity<Resource> csv(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long telegramId,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            Locale language)
            throws IOException {
        return file(period(caller, telegramId, from, to), ExportFormat.CSV, language);
    }

    /** Bookings and ledger, a sheet each. */
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/export.xlsx")
    ResponseEntity<Resource> xlsx(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long telegramId,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            Locale language)
            throws IOException {
        return file(period(caller, telegramId, from, to), ExportFormat.XLSX, language);
    }

    @PostMapping("/export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ExportAccepted send(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long telegramId,
            @RequestBody @Valid ExportRequest wish) {
        Period period = period(caller, telegramId, wish.from(), wish.to());
        ExportFormat format = ExportFormat.valueOf(wish.format().toUpperCase(Locale.ROOT));
        exports.request(period, format);
        return new ExportAccepted(period.fileName(format));
    }

    private Period period(Caller caller, long telegramId, LocalDate from, LocalDate to) {
        if (caller.telegramId() != telegramId) {
            throw DomainException.notFound();
        }
        return new Period(trainers.get(caller.userId()), from, to);
    }

    private ResponseEntity<Resource> file(Period period, ExportFormat format, Locale language) throws IOException {
        Path file = exports.write(period, format, language);
        long size = Files.size(file);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .contentLength(size)
                .headers(headers -> headers.setContentDisposition(ContentDisposition.attachment()
                        .filename(period.fileName(format))
                        .build()))
                .body(new InputStreamResource(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)));
    }
}
