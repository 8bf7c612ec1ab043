package ru.trenergram.telegram;

import java.io.ByteArrayInputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.CopyMessage;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.menubutton.SetChatMenuButton;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.MessageId;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Makes one call of the Bot API and says what came of it. */
@Component
class Delivery {

    /** A deleted message, one too old, one of another kind: as the Bot API server says it. */
    private static final List<String> GONE = List.of(
            "message to edit not found",
            "message can't be edited",
            "message_id_invalid",
            "there is no text in the message to edit");

    private final Bots bots;

    Delivery(Bots bots) {
        this.bots = bots;
    }

    /** What came of a call. */
    sealed interface Result {

        record Sent(@Nullable Long messageId) implements Result {}

        /** Too fast: the whole bot has to wait. */
        record TooFast(Duration pause) implements Result {}

        /** This person cannot be reached by the bot any more. */
        record Unreachable(String reason) implements Result {}

        /** There is no such message any more, or none that can be edited so. */
        record Gone(String reason) implements Result {}

        /** Telegram will never take this call. */
        record Refused(String reason) implements Result {}

        /** @param reached whether Telegram may have got it all the same */
        record Trouble(String reason, boolean reached) implements Result {}
    }

    Result send(ChatKey chat, Outgoing outgoing) {
        try {
            return new Result.Sent(call(bots.client(chat.bot()), outgoing));
        } catch (TelegramApiException e) {
            return judge(e);
        }
    }

    private static @Nullable Long call(TelegramClient client, Outgoing outgoing) throws TelegramApiException {
        String payload = outgoing.payload();
        return switch (outgoing.method()) {
            case MESSAGE -> id(client.execute(Json.read(payload, SendMessage.class)));
            case PHOTO -> id(client.execute(photo(Json.read(payload, SendMessage.class), outgoing.photo())));
            case DOCUMENT -> id(client.execute(document(Json.read(payload, SendMessage.class), outgoing)));
            case EDIT -> id(client.execute(Json.read(payload, EditMessageText.class)));
            case UPDATE -> throw new IllegalArgumentException("An update is sent as an edit or as a message");
            case EDIT_KEYBOARD -> id(client.execute(Json.read(payload, EditMessageReplyMarkup.class)));
            case ANSWER -> id(client.execute(Json.read(payload, AnswerCallbackQuery.class)));
            case COPY -> id(client.execute(Json.read(payload, CopyMessage.class)));
            case MENU_BUTTON -> id(client.execute(Json.read(payload, SetChatMenuButton.class)));
            case COMMANDS -> id(client.execute(Json.read(payload, SetMyCommands.class)));
        };
    }

    private static SendPhoto photo(SendMessage caption, byte @Nullable [] png) {
        var bytes = new ByteArrayInputStream(Objects.requireNonNull(png));
        return SendPhoto.builder()
                .chatId(caption.getChatId())
                .photo(new InputFile(bytes, "image.png"))
                .caption(caption.getText())
                .parseMode(caption.getParseMode())
                .replyMarkup(caption.getReplyMarkup())
                .disableNotification(caption.getDisableNotification())
                .build();
    }

    private static SendDocument document(SendMessage caption, Outgoing outgoing) {
        var bytes = new ByteArrayInputStream(Objects.requireNonNull(outgoing.photo()));
        return SendDocument.builder()
                .chatId(caption.getChatId())
                .document(new InputFile(bytes, Objects.requireNonNull(outgoing.fileName())))
                .caption(caption.getText())
                .parseMode(caption.getParseMode())
                .replyMarkup(caption.getReplyMarkup())
                .disableNotification(caption.getDisableNotification())
                .build();
    }

    private static @Nullable Long id(@Nullable Object answer) {
        return switch (answer) {
            case Message message -> Long.valueOf(message.getMessageId());
            case MessageId copy -> copy.getMessageId();
            case null, default -> null;
        };
    }

    private static Result judge(TelegramApiException failure) {
        if (failure instanceof TelegramApiRequestException request && request.getErrorCode() != null) {
            return judge(request, request.getErrorCode());
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        boolean reached = !(cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException);
        return new Result.Trouble(cause.toString(), reached);
    }

    private static Result judge(TelegramApiRequestException failure, int code) {
        String said = Objects.requireNonNullElse(failure.getApiResponse(), "");
        String reason = code + " " + said;
        return switch (code) {
            case 429 -> new Result.TooFast(pause(failure));
            case 403 -> new Result.Unreachable(reason);
            case 413 -> new Result.Refused(reason);
            case 400 -> refusal(said.toLowerCase(Locale.ROOT), reason);
            // A server's own trouble, a token that was just changed, a proxy in between: all pass in time.
            default -> new Result.Trouble(reason, code >= 500);
        };
    }

    private static Result refusal(String said, String reason) {
        if (said.contains("message is not modified")) {
            return new Result.Sent(null);
        }
        if (said.contains("chat not found")) {
            return new Result.Unreachable(reason);
        }
        return GONE.stream().anyMatch(said::contains) ? new Result.Gone(reason) : new Result.Refused(reason);
    }

    private static Duration pause(TelegramApiRequestException failure) {
        var parameters = failure.getParameters();
        Integer seconds = parameters == null ? null : parameters.getRetryAfter();
        return Duration.ofSeconds(seconds == null ? 1 : Math.max(1, seconds));
    }
}
