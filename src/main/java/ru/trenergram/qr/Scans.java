package ru.trenergram.qr;

import java.util.Optional;
import org.springframework.stereotype.Service;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.trainers.PrintedCodes;

/**
 * What happens to somebody who scans a code: it leads to {@code /q/<code>} of this service, in the simulator too, where
 * the scan is counted before it leads into the bot.
 */
@Service
public class Scans {

    private final Codes codes;
    private final BotLinks links;

    Scans(Codes codes, BotLinks links) {
        this.codes = codes;
        this.links = links;
    }

    /**
     * Where a scanned code leads; empty when nobody has it.
     *
     * @param byPerson whether it counts: what only looks ahead, as link previews do, does not
     */
    public Optional<String> scanned(String code, boolean byPerson) {
        return codes.zone(code).map(zone -> {
            String target = links.deepLink(Bot.MAIN, PrintedCodes.PREFIX + code);
            if (byPerson) {
                codes.count(code, zone);
            }
            return target;
        });
    }
}
