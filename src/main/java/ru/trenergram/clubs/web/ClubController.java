package ru.trenergram.clubs.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.base.Cursor;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Page;
import ru.trenergram.base.Settings;
import ru.trenergram.clubs.ClubInfo;
import ru.trenergram.clubs.Clubs;

/** The public catalogue of clubs. */
@RestController
@RequestMapping("/api/v1/clubs")
class ClubController {

    private final Clubs clubs;
    private final Settings settings;

    ClubController(Clubs clubs, Settings settings) {
        this.clubs = clubs;
        this.settings = settings;
    }

    @GetMapping
    Page<ClubInfo> catalogue(
            @RequestParam(required = false) @Nullable @Size(max = 100) String query,
            @RequestParam(required = false) @Nullable @Size(max = 100) String city,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        ClubInfo after = cursor == null ? null : clubs.find(id(cursor)).orElse(null);
        return Page.of(clubs.catalogue(query, city, after, limit + 1), limit, club -> Cursor.of(club.id()))
                .map(this::shown);
    }

    @GetMapping("/{id}")
    ClubInfo club(@PathVariable long id) {
        return clubs.find(id).map(this::shown).orElseThrow(DomainException::notFound);
    }

    /** With a photo that can be loaded from anywhere. */
    private ClubInfo shown(ClubInfo club) {
        String photo = club.photoUrl();
        return photo == null || !photo.startsWith("/") ? club : club.withPhotoUrl(settings.baseUrl() + photo);
    }

    private static long id(String cursor) {
        try {
            return Long.parseLong(Cursor.keys(cursor, 1).getFirst());
        } catch (NumberFormatException notAnId) {
            throw DomainException.invalid("cursor", "invalid");
        }
    }
}
