package ru.trenergram.qr;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.clubs.ClubInfo;
import ru.trenergram.clubs.StaffMembers;

/** A club's codes as pictures and as sheets to print. */
@Service
@Transactional
public class QrSheets {

    /** What one can take away. */
    public enum Form {
        POSTER("pdf", "application/pdf"),
        CARDS("pdf", "application/pdf"),
        PNG("png", "image/png"),
        SVG("svg", "image/svg+xml");

        private final String extension;
        private final String mediaType;

        Form(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        public String fileName(long codeId) {
            return "qr-" + codeId + (this == CARDS ? "-cards." : ".") + extension;
        }
    }

    /** In pixels: 9 cm at 300 dots an inch. */
    private static final int PICTURE = 1_024;

    private final ClubQrCodes codes;
    private final StaffMembers staff;
    private final MessageSource texts;

    QrSheets(ClubQrCodes codes, StaffMembers staff, MessageSource texts) {
        this.codes = codes;
        this.staff = staff;
        this.texts = texts;
    }

    /** @throws DomainException {@code not_found}, {@code forbidden} when the role hands out no codes */
    public byte[] make(long staffId, long clubId, long codeId, Form form, Locale language) {
        ClubQrCode code = codes.toPrint(staffId, clubId, codeId);
        return switch (form) {
            case PNG -> QrImages.png(code.url(), PICTURE);
            case SVG -> QrImages.svg(code.url(), PICTURE).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            case POSTER -> new PrintedSheet(words(staffId, clubId, code, language)).poster();
            case CARDS -> new PrintedSheet(words(staffId, clubId, code, language)).cards();
        };
    }

    private PrintedSheet.Words words(long staffId, long clubId, ClubQrCode code, Locale language) {
        ClubInfo club = staff.panelMembership(staffId, clubId).club();
        return new PrintedSheet.Words(
                club.name(),
                text("qr.sheet.headline", language),
                text("qr.sheet.how", language),
                code.url(),
                code.name() == null ? club.address() : club.address() + " · " + code.name());
    }

    private String text(String key, Locale language) {
        return texts.getMessage(key, null, language);
    }
}
