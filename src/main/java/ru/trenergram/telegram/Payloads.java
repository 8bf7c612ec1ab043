package ru.trenergram.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.CopyMessage;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.menubutton.SetChatMenuButton;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.menubutton.MenuButton;
import org.telegram.telegrambots.meta.api.objects.menubutton.MenuButtonDefault;
import org.telegram.telegrambots.meta.api.objects.menubutton.MenuButtonWebApp;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardRemove;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardRow;
import org.telegram.telegrambots.meta.api.objects.webapp.WebAppInfo;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Key;
import ru.trenergram.telegram.spi.Message.Keyboard;

/** Puts messages into Telegram's words. */
@Component
class Payloads {

    private static final Logger log = LoggerFactory.getLogger(Payloads.class);
    private static final int CALLBACK_DATA_BYTES = 64;
    private static final Pattern ORIGIN = Pattern.compile("^https?://[^/]+");
    private static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();

    private final Bots bots;
    private final AtomicBoolean warned = new AtomicBoolean();

    Payloads(Bots bots) {
        this.bots = bots;
    }

    Outgoing message(long chatId, Message message) {
        return message(chatId, message, false);
    }

    Outgoing message(long chatId, Message message, boolean silent) {
        String json = Json.write(sending(chatId, message, silent));
        if (message.document() instanceof Message.Document(String fileName, byte[] content)) {
            return new Outgoing(Outgoing.Method.DOCUMENT, json, content, fileName);
        }
        return message.photo() == null
                ? new Outgoing(Outgoing.Method.MESSAGE, json)
                : new Outgoing(Outgoing.Method.PHOTO, json, message.photo(), null);
    }

    /** For the live message of a card. Should that be gone, it is sent, and nobody needs to be rung for it. */
    Outgoing update(long chatId, Message message) {
        return new Outgoing(Outgoing.Method.UPDATE, Json.write(sending(chatId, message, true)));
    }

    /** An update as the edit of this message. */
    Outgoing editing(Outgoing update, long messageId) {
        var text = Json.read(update.payload(), SendMessage.class);
        var payload = EditMessageText.builder()
                .chatId(text.getChatId())
                .messageId(Math.toIntExact(messageId))
                .text(text.getText())
                .parseMode(text.getParseMode())
                .linkPreviewOptions(text.getLinkPreviewOptions())
                .replyMarkup((InlineKeyboardMarkup) text.getReplyMarkup())
                .build();
        return new Outgoing(Outgoing.Method.EDIT, Json.write(payload));
    }

    /** An update as a message of its own. */
    Outgoing sending(Outgoing update) {
        return new Outgoing(Outgoing.Method.MESSAGE, update.payload());
    }

    private SendMessage sending(long chatId, Message message, boolean silent) {
        return SendMessage.builder()
                .chatId(Long.toString(chatId))
                .text(message.html())
                .parseMode(ParseMode.HTML)
                .linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(keyboard(message.keyboard()))
                .disableNotification(silent ? true : null)
                .build();
    }

    Outgoing edit(long chatId, long messageId, Message message) {
        var payload = EditMessageText.builder()
                .chatId(Long.toString(chatId))
                .messageId(Math.toIntExact(messageId))
                .text(message.html())
                .parseMode(ParseMode.HTML)
                .linkPreviewOptions(NO_PREVIEW)
                .replyMarkup((InlineKeyboardMarkup) keyboard(message.keyboard()))
                .build();
        return new Outgoing(Outgoing.Method.EDIT, Json.write(payload));
    }

    /** Takes the buttons off a message that cannot be edited otherwise, a photo for one. */
    Outgoing withoutButtons(long chatId, long messageId) {
        var payload = EditMessageReplyMarkup.builder()
                .chatId(Long.toString(chatId))
                .messageId(Math.toIntExact(messageId))
                .build();
        return new Outgoing(Outgoing.Method.EDIT_KEYBOARD, Json.write(payload));
    }

    Outgoing answer(String callbackId, @Nullable String text) {
        var payload = AnswerCallbackQuery.builder()
                .callbackQueryId(callbackId)
                .text(text)
                .build();
        return new Outgoing(Outgoing.Method.ANSWER, Json.write(payload));
    }

    Outgoing copy(long toChatId, long fromChatId, long messageId) {
        var payload = CopyMessage.builder()
                .chatId(Long.toString(toChatId))
                .fromChatId(Long.toString(fromChatId))
                .messageId(Math.toIntExact(messageId))
                .build();
        return new Outgoing(Outgoing.Method.COPY, Json.write(payload));
    }

    /** Empty where Telegram would refuse the address. */
    Optional<Outgoing> menuButton(long chatId, Button.@Nullable WebApp app) {
        if (app != null && !opens(app.url(), true)) {
            return Optional.empty();
        }
        MenuButton button = app == null
                ? MenuButtonDefault.builder().build()
                : MenuButtonWebApp.builder()
                        .text(app.text())
                        .webAppInfo(new WebAppInfo(app.url()))
                        .build();
        var payload = SetChatMenuButton.builder()
                .chatId(Long.toString(chatId))
                .menuButton(button)
                .build();
        return Optional.of(new Outgoing(Outgoing.Method.MENU_BUTTON, Json.write(payload)));
    }

    /** The same button, opening the same app where the service is now; empty where Telegram would refuse the address. */
    Optional<Outgoing> moved(long chatId, Outgoing menuButton) {
        JsonNode button = Json.read(menuButton.payload(), JsonNode.class).path("menu_button");
        String url = button.path("web_app").path("url").asText();
        String here = ORIGIN.matcher(url).replaceFirst(Matcher.quoteReplacement(bots.baseUrl()));
        return menuButton(chatId, new Button.WebApp(button.path("text").asText(), here));
    }

    private @Nullable ReplyKeyboard keyboard(@Nullable Keyboard keyboard) {
        return switch (keyboard) {
            case null -> null;
            case Keyboard.Inline inline -> inline(inline);
            case Keyboard.Reply reply -> reply(reply);
            case Keyboard.Remove() -> new ReplyKeyboardRemove(true);
        };
    }

    private @Nullable InlineKeyboardMarkup inline(Keyboard.Inline inline) {
        var rows = inline.rows().stream()
                .map(row -> new InlineKeyboardRow(
                        row.stream().map(this::button).filter(Objects::nonNull).toList()))
                .filter(row -> !row.isEmpty())
                .toList();
        return rows.isEmpty() ? null : new InlineKeyboardMarkup(rows);
    }

    private @Nullable InlineKeyboardButton button(Button button) {
        return switch (button) {
            case Button.Callback(String text, String data) ->
                InlineKeyboardButton.builder()
                        .text(text)
                        .callbackData(checked(data))
                        .build();
            case Button.Url(String text, String url) ->
                opens(url, false)
                        ? InlineKeyboardButton.builder().text(text).url(url).build()
                        : null;
            case Button.WebApp(String text, String url) ->
                opens(url, true)
                        ? InlineKeyboardButton.builder()
                                .text(text)
                                .webApp(new WebAppInfo(url))
                                .build()
                        : null;
        };
    }

    /** Telegram refuses the whole message for one address that it does not open; without the button it arrives. */
    private boolean opens(String url, boolean webApp) {
        if (!bots.isTelegramItself()) {
            return true;
        }
        var uri = URI.create(url);
        boolean opens = webApp ? "https".equals(uri.getScheme()) : !"localhost".equals(uri.getHost());
        if (!opens && warned.compareAndSet(false, true)) {
            log.warn("Telegram opens no {}: such buttons are left out until PUBLIC_URL is an https address", url);
        }
        return opens;
    }

    private static String checked(String data) {
        int bytes = data.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > CALLBACK_DATA_BYTES) {
            throw new IllegalArgumentException("Callback data of " + bytes + " bytes: " + data);
        }
        return data;
    }

    private static ReplyKeyboardMarkup reply(Keyboard.Reply reply) {
        List<KeyboardRow> rows = reply.rows().stream()
                .map(row -> new KeyboardRow(row.stream().map(Payloads::key).toList()))
                .toList();
        return ReplyKeyboardMarkup.builder()
                .keyboard(rows)
                .resizeKeyboard(true)
                .isPersistent(true)
                .build();
    }

    private static KeyboardButton key(Key key) {
        return switch (key) {
            case Key.Plain(String text) -> KeyboardButton.builder().text(text).build();
            case Key.ShareContact(String text) ->
                KeyboardButton.builder().text(text).requestContact(true).build();
        };
    }
}
