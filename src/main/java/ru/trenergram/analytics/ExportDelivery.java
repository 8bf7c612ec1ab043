package ru.trenergram.analytics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Formats;
import ru.trenergram.base.export.ExportFormat;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Document;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Messenger.Priority;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Users;

/** The bot sends the files that trainers asked for. */
@Component
class ExportDelivery {

    private final Exports exports;
    private final Trainers trainers;
    private final Users users;
    private final Messenger messenger;
    private final MessageSource texts;

    ExportDelivery(Exports exports, Trainers trainers, Users users, Messenger messenger, MessageSource texts) {
        this.exports = exports;
        this.trainers = trainers;
        this.users = users;
        this.messenger = messenger;
        this.texts = texts;
    }

    @ApplicationModuleListener
    void on(ExportRequested event) throws IOException {
        Period period = new Period(trainers.get(event.trainerId()), event.from(), event.to());
        Locale language = users.get(event.trainerId()).language();
        Path file = exports.write(period, event.format(), language);
        try {
            messenger.send(
                    Bot.MAIN,
                    period.trainer().telegramId(),
                    message(file, period, event.format(), language),
                    Priority.TRANSACTIONAL,
                    "export:" + event.id());
        } finally {
            Exports.delete(file);
        }
    }

    private Message message(Path file, Period period, ExportFormat format, Locale language) throws IOException {
        String from = Formats.date(period.from(), language);
        String to = Formats.date(period.to(), language);
        if (Files.size(file) > Document.MAX_BYTES) {
            return Message.of(texts.getMessage("analytics.file_too_large", new Object[] {from, to}, language));
        }
        return Message.of(texts.getMessage("analytics.file", new Object[] {from, to}, language))
                .withDocument(new Document(period.fileName(format), Files.readAllBytes(file)));
    }
}
