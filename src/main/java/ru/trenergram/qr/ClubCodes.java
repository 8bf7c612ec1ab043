package ru.trenergram.qr;

import org.springframework.stereotype.Service;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Settings;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.qr.Codes.Owner;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.trainers.PrintedCodes;

/** A club's link, behind which one chooses one of its trainers, and its QR code, for those who hand them out. */
@Service
public class ClubCodes {

    private final Codes codes;
    private final ClubQrCodes printed;
    private final StaffMembers staff;
    private final BotLinks links;
    private final Settings settings;

    ClubCodes(Codes codes, ClubQrCodes printed, StaffMembers staff, BotLinks links, Settings settings) {
        this.codes = codes;
        this.printed = printed;
        this.staff = staff;
        this.links = links;
        this.settings = settings;
    }

    /**
     * @param link for chats and pages; whoever opens it is not counted
     * @param png the QR code
     * @param scans how often the club's codes were scanned
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record ClubCode(String link, byte[] png, long scans) {}

    /**
     * @param size of each side of the picture, in pixels
     * @throws DomainException {@code not_found} for strangers, {@code forbidden} when the role hands out no codes
     */
    public ClubCode get(long staffId, long clubId, int size) {
        if (!staff.membership(staffId, clubId).role().handsOutCodes()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        String code = codes.of(Owner.CLUB, clubId);
        printed.markPrinted(code);
        return new ClubCode(
                links.deepLink(Bot.MAIN, PrintedCodes.CLUB_PREFIX + code),
                QrImages.png(settings.baseUrl() + "/q/" + code, size),
                codes.scans(Owner.CLUB, clubId));
    }
}
