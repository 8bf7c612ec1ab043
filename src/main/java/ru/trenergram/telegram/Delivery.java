package ru.trenergram.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.BotServer.Answer;
import ru.trenergram.telegram.spi.Bot;

/** Makes one call of the Bot API and says what came of it. */
@Component
class Delivery {

    /** A deleted message, one too old, one of another kind: as the Bot API server says it. */
    private static final List<String> GONE = List.of(
            "message to edit not found",
            "message can't be edited",
            "message_id_invalid",
            "there is no text in the message to edit");

    private final BotServer server;
    private final UploadedFiles files;

    Delivery(BotServer server, UploadedFiles files) {
        this.server = server;
        this.files = files;
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

        /** The group has become a supergroup, which has this id. */
        record Moved(long chatId) implements Result {}

        /** Telegram will never take this call. */
        record Refused(String reason) implements Result {}

        /** @param reached whether Telegram may have got it all the same */
        record Trouble(String reason, boolean reached) implements Result {}
    }

    Result send(ChatKey chat, Outgoing outgoing) {
        try {
            return switch (outgoing.method()) {
                case MESSAGE, EDIT, EDIT_KEYBOARD, ANSWER, COPY, COMMANDS, MENU_BUTTON ->
                    judge(server.call(chat.bot(), outgoing.method().wire(), outgoing.payload()));
                case PHOTO -> photo(chat.bot(), outgoing);
                case DOCUMENT -> judge(upload(chat.bot(), outgoing, "document", outgoing.fileName()));
                case UPDATE -> throw new IllegalArgumentException("An update is sent as an edit or as a message");
            };
        } catch (IOException e) {
            return trouble(e);
        }
    }

    /** A picture that the bot has sent before is named, not uploaded. */
    private Result photo(Bot bot, Outgoing outgoing) throws IOException {
        byte[] hash = UploadedFiles.hash(Objects.requireNonNull(outgoing.photo()));
        Optional<String> known = files.find(bot, hash);
        if (known.isPresent()) {
            String json = captioned(outgoing).put("photo", known.get()).toString();
            Answer answer = server.call(bot, outgoing.method().wire(), json);
            if (!answer.description().contains("file identifier")) {
                return judge(answer);
            }
        }
        Answer answer = upload(bot, outgoing, "photo", "image.png");
        JsonNode sizes = answer.body().path("result").path("photo");
        String fileId = sizes.path(sizes.size() - 1).path("file_id").asText("");
        if (!fileId.isEmpty()) {
            files.keep(bot, hash, fileId);
        }
        return judge(answer);
    }

    private Answer upload(Bot bot, Outgoing outgoing, String field, @Nullable String fileName) throws IOException {
        return server.upload(
                bot,
                outgoing.method().wire(),
                captioned(outgoing),
                field,
                Objects.requireNonNull(fileName),
                Objects.requireNonNull(outgoing.photo()));
    }

    /** The message as the caption of a file. */
    private static ObjectNode captioned(Outgoing outgoing) {
        var message = Json.read(outgoing.payload(), ObjectNode.class);
        message.set("caption", message.get("text"));
        return message.without(List.of("method", "text", "link_preview_options"));
    }

    private static Result trouble(IOException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        boolean reached = !(cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException);
        return new Result.Trouble(cause.toString(), reached);
    }

    private static Result judge(Answer answer) {
        if (answer.isOk()) {
            JsonNode id = answer.body().path("result").path("message_id");
            return new Result.Sent(id.isMissingNode() ? null : id.asLong());
        }
        int code = answer.code();
        String said = answer.description();
        String reason = code + " " + said;
        return switch (code) {
            case 429 -> new Result.TooFast(answer.retryAfter().orElseThrow());
            case 403 -> new Result.Unreachable(reason);
            case 413 -> new Result.Refused(reason);
            case 400 ->
                answer.movedTo()
                        .<Result>map(Result.Moved::new)
                        .orElseGet(() -> refusal(said.toLowerCase(Locale.ROOT), reason));
            // A server's own trouble, a token that was just changed, a proxy in between: all pass in time.
            default -> new Result.Trouble(reason, code < 300 || code >= 500);
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
}
