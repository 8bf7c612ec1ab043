package ru.trenergram.qr;

import org.springframework.stereotype.Service;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.trainers.TrainerLinks;

/** The personal link of a trainer, and its QR code. */
@Service
public class TrainerCodes {

    private final BotLinks links;

    TrainerCodes(BotLinks links) {
        this.links = links;
    }

    public String url(long trainerTelegramId) {
        return links.deepLink(Bot.MAIN, TrainerLinks.code(trainerTelegramId));
    }

    /** @param size of each side, in pixels */
    public byte[] png(long trainerTelegramId, int size) {
        return QrImages.png(url(trainerTelegramId), size);
    }

    /** @param size of each side, in pixels */
    public String svg(long trainerTelegramId, int size) {
        return QrImages.svg(url(trainerTelegramId), size);
    }
}
