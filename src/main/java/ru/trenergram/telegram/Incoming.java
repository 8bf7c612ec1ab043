package ru.trenergram.telegram;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import ru.trenergram.telegram.spi.TelegramPerson;

/**
 * An update as far as the bots care: who did what. Anything else has no form here and is ignored.
 *
 * @param messageId of what they sent, or of the message whose button they pressed; 0 where there is none
 * @param answeredId the message that theirs answers, or null
 */
record Incoming(
        TelegramPerson person,
        boolean privately,
        long messageId,
        @Nullable Long answeredId,
        Content content) {

    private static final List<Kind> KINDS = List.of(
            new Kind("sticker", Message::hasSticker),
            new Kind("voice", Message::hasVoice),
            new Kind("photo", Message::hasPhoto),
            new Kind("animation", Message::hasAnimation), // before document, as which it comes too
            new Kind("video", Message::hasVideo),
            new Kind("video_note", Message::hasVideoNote),
            new Kind("live_photo", Message::hasLivePhoto),
            new Kind("paid_media", Message::hasPaidMedia),
            new Kind("audio", Message::hasAudio),
            new Kind("document", Message::hasDocument),
            new Kind("location", Message::hasLocation),
            new Kind("poll", Message::hasPoll),
            new Kind("dice", Message::hasDice),
            new Kind("checklist", Message::hasChecklist),
            new Kind("game", Message::hasGame),
            new Kind("invoice", Message::hasInvoice),
            new Kind("story", Message::hasStory));

    private record Kind(String name, Predicate<Message> test) {}

    /** What the person did. */
    sealed interface Content {

        record Words(String text) implements Content {}

        record Card(String phone, boolean own) implements Content {}

        /** @param editable whether the message with the button is a text that can still be replaced */
        record Press(String callbackId, String data, long messageId, boolean editable) implements Content {}

        record Thing(String kind) implements Content {}

        /** They changed a message that they had sent before. */
        record Edit() implements Content {}

        /** They blocked the bot, or took it back. */
        record Membership(boolean blocked) implements Content {}
    }

    /** The chat whose order an update keeps; updates without a chat share chat 0. */
    static long chatId(Update update) {
        if (update.hasMessage()) {
            return update.getMessage().getChatId();
        }
        if (update.hasEditedMessage()) {
            return update.getEditedMessage().getChatId();
        }
        if (update.hasMyChatMember()) {
            return update.getMyChatMember().getChat().getId();
        }
        if (update.hasCallbackQuery()) {
            var query = update.getCallbackQuery();
            return query.getMessage() == null
                    ? query.getFrom().getId()
                    : query.getMessage().getChatId();
        }
        return 0;
    }

    static @Nullable Incoming of(Update update) {
        if (update.hasMessage()) {
            return of(update.getMessage());
        }
        if (update.hasEditedMessage()) {
            return of(update.getEditedMessage(), new Content.Edit());
        }
        if (update.hasMyChatMember()) {
            return of(update.getMyChatMember());
        }
        return update.hasCallbackQuery() ? of(update.getCallbackQuery()) : null;
    }

    private static @Nullable Incoming of(Message message) {
        @Nullable Content content = content(message);
        return content == null ? null : of(message, content);
    }

    private static @Nullable Incoming of(Message message, Content content) {
        @Nullable User from = message.getFrom();
        if (from == null || from.getIsBot() && !isInTheNameOfItsGroup(message)) {
            return null;
        }
        @Nullable Message answered = message.getReplyToMessage();
        return new Incoming(
                person(from),
                message.isUserMessage(),
                message.getMessageId(),
                answered == null ? null : Long.valueOf(answered.getMessageId()),
                content);
    }

    /** Of an administrator who stays anonymous; a bot of Telegram's stands in for them (Bot API, "Message.sender_chat"). */
    private static boolean isInTheNameOfItsGroup(Message message) {
        return !message.isUserMessage()
                && message.getSenderChat() != null
                && message.getSenderChat().getId().equals(message.getChatId());
    }

    private static Incoming of(ChatMemberUpdated change) {
        boolean blocked = "kicked".equals(change.getNewChatMember().getStatus());
        return new Incoming(
                person(change.getFrom()), change.getChat().isUserChat(), 0, null, new Content.Membership(blocked));
    }

    private static Incoming of(CallbackQuery query) {
        var message = query.getMessage();
        boolean editable = message instanceof Message original && original.hasText();
        long messageId = message == null ? 0 : message.getMessageId();
        String data = query.getData() == null ? "" : query.getData();
        boolean privately = message != null && message.getChat() != null && message.isUserMessage();
        return new Incoming(
                person(query.getFrom()),
                privately,
                messageId,
                null,
                new Content.Press(query.getId(), data, messageId, editable));
    }

    /** Null for service messages (a pinned message, a changed timer …): nobody expects an answer to them. */
    private static @Nullable Content content(Message message) {
        if (message.hasText()) {
            return new Content.Words(clean(message.getText()));
        }
        if (message.hasContact()) {
            var contact = message.getContact();
            boolean own = message.getFrom().getId().equals(contact.getUserId());
            return new Content.Card(clean(contact.getPhoneNumber()), own);
        }
        @Nullable String kind = kind(message);
        return kind == null ? null : new Content.Thing(kind);
    }

    private static @Nullable String kind(Message message) {
        return KINDS.stream()
                .filter(kind -> kind.test().test(message))
                .map(Kind::name)
                .findFirst()
                .orElse(null);
    }

    private static TelegramPerson person(User user) {
        return new TelegramPerson(
                user.getId(),
                clean(user.getFirstName()),
                cleanOrNull(user.getLastName()),
                user.getUserName(),
                user.getLanguageCode());
    }

    private static @Nullable String cleanOrNull(@Nullable String text) {
        return text == null ? null : clean(text);
    }

    /** PostgreSQL's text holds no U+0000. */
    private static String clean(String text) {
        return text.replace("\0", "");
    }
}
