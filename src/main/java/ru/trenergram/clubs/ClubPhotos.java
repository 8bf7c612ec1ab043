package ru.trenergram.clubs;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Hashes;

/**
 * A club's photo. What is uploaded is only looked at: kept is the picture, drawn anew, so that neither a file's hidden
 * contents nor where it was taken get any further.
 */
@Service
public class ClubPhotos {

    public static final int MAX_BYTES = 5_000_000;

    /** Where they are served: {@code /photos/clubs/<id>/<hash>.jpg}. */
    public static final String PATH = "/photos/clubs/";

    private static final int LONGEST_SIDE = 1600;
    private static final long MAX_PIXELS = 40_000_000;
    private static final int HASH_BYTES = 12;
    private static final Set<String> FORMATS = Set.of("jpeg", "png");

    private final JdbcClient jdbc;
    private final StaffMembers staff;
    private final ClubSettings settings;

    ClubPhotos(JdbcClient jdbc, StaffMembers staff, ClubSettings settings) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.settings = settings;
    }

    /**
     * @param file a JPEG or PNG of at most {@link #MAX_BYTES}
     * @throws DomainException {@code not_found}, {@code forbidden}, {@code validation_failed} when it is none
     */
    @Transactional
    public void change(long staffId, long clubId, byte[] file) {
        ClubSettings.requireManager(staff, staffId, clubId);
        byte[] jpeg = encode(file);
        String hash = HexFormat.of().formatHex(Hashes.sha256(jpeg), 0, HASH_BYTES);
        settings.changePhoto(staffId, clubId, PATH + clubId + "/" + hash + ".jpg");
        jdbc.sql("""
                        INSERT INTO club_photo (club_id, hash, jpeg) VALUES (?, ?, ?)
                        ON CONFLICT (club_id) DO UPDATE SET hash = excluded.hash, jpeg = excluded.jpeg
                        """).params(clubId, hash, jpeg).update();
    }

    /** @throws DomainException {@code not_found}, {@code forbidden} */
    @Transactional
    public void remove(long staffId, long clubId) {
        settings.changePhoto(staffId, clubId, null);
        jdbc.sql("DELETE FROM club_photo WHERE club_id = ?").param(clubId).update();
    }

    /** A JPEG, for everybody. */
    @Transactional(readOnly = true)
    public Optional<byte[]> find(long clubId, String hash) {
        return jdbc.sql("SELECT jpeg FROM club_photo WHERE club_id = ? AND hash = ?")
                .params(clubId, hash)
                .query(byte[].class)
                .optional();
    }

    private static byte[] encode(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw DomainException.invalid("photo", "photo");
        }
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(drawnAnew(read(file)), "jpeg", out);
            return out.toByteArray();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw DomainException.invalid("photo", "photo");
        }
    }

    /** The size is looked at before anything is unpacked: a small file can hold a picture that fills the memory. */
    private static BufferedImage read(byte[] file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    if (FORMATS.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT))) {
                        reader.setInput(in);
                        if ((long) reader.getWidth(0) * reader.getHeight(0) <= MAX_PIXELS) {
                            return reader.read(0);
                        }
                    }
                } finally {
                    reader.dispose();
                }
            }
        }
        throw new IOException("No JPEG or PNG of a reasonable size");
    }

    private static BufferedImage drawnAnew(BufferedImage image) {
        double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return drawn;
    }
}
