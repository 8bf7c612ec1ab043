package ru.trenergram.clubs.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import ru.trenergram.clubs.ClubPhotos;

/** The photos of clubs. The address changes with the picture, so that a browser may keep it. */
@Controller
class ClubPhotoController {

    private static final Duration KEPT = Duration.ofDays(365);

    private final ClubPhotos photos;

    ClubPhotoController(ClubPhotos photos) {
        this.photos = photos;
    }

    @GetMapping(ClubPhotos.PATH + "{clubId:\\d{1,18}}/{hash:[0-9a-f]{24}}.jpg")
    ResponseEntity<byte[]> photo(@PathVariable long clubId, @PathVariable String hash) {
        return photos.find(clubId, hash)
                .map(jpeg -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable())
                        .body(jpeg))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
