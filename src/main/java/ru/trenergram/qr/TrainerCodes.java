package ru.trenergram.qr;

import org.springframework.stereotype.Service;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Settings;
import ru.trenergram.qr.Codes.Owner;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.trainers.TrainerLinks;
import ru.trenergram.trainers.Trainers;

/** The personal link of a trainer, and its QR code. */
@Service
public class TrainerCodes {

    private final Codes codes;
    private final Trainers trainers;
    private final BotLinks links;
    private final Settings settings;

    TrainerCodes(Codes codes, Trainers trainers, BotLinks links, Settings settings) {
        this.codes = codes;
        this.trainers = trainers;
        this.links = links;
        this.settings = settings;
    }

    public String url(long trainerTelegramId) {
        return links.deepLink(Bot.MAIN, TrainerLinks.code(trainerTelegramId));
    }

    /**
     * @param size of each side, in pixels
     * @throws DomainException {@code not_found} when this is no trainer
     */
    public byte[] png(long trainerTelegramId, int size) {
        return QrImages.png(printed(trainerTelegramId), size);
    }

    /**
     * @param size of each side, in pixels
     * @throws DomainException {@code not_found} when this is no trainer
     */
    public String svg(long trainerTelegramId, int size) {
        return QrImages.svg(printed(trainerTelegramId), size);
    }

    /** How often a trainer's codes were scanned. */
    public long scans(long trainerId) {
        return codes.scans(Owner.TRAINER, trainerId);
    }

    private String printed(long trainerTelegramId) {
        return settings.baseUrl() + "/q/"
                + codes.of(
                        Owner.TRAINER, trainers.byTelegramId(trainerTelegramId).userId());
    }
}
