package ru.trenergram.helpdesk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Settings;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.MessageFailed;
import ru.trenergram.telegram.spi.MessageSent;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Post;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** Remembers where a question stands in the support chat, and tells whoever waits when something cannot be delivered. */
@Component
class SupportReceipts {

    private static final Logger log = LoggerFactory.getLogger(SupportReceipts.class);
    private static final Pattern NUMBER = Pattern.compile("^[a-z-]+:(\\d+)");

    private final SupportRequests requests;
    private final Settings settings;
    private final Users users;
    private final Messenger messenger;
    private final MessageSource texts;

    SupportReceipts(
            SupportRequests requests, Settings settings, Users users, Messenger messenger, MessageSource texts) {
        this.requests = requests;
        this.settings = settings;
        this.users = users;
        this.messenger = messenger;
        this.texts = texts;
    }

    @ApplicationModuleListener
    void on(MessageSent event) {
        Long messageId = event.messageId();
        if (event.dedupeKey().startsWith(Support.QUESTION) && messageId != null) {
            requests.stands(number(event.dedupeKey()), event.telegramId(), messageId);
        }
    }

    @ApplicationModuleListener
    void on(MessageFailed event) {
        String key = event.dedupeKey();
        if (key.startsWith(Support.QUESTION)) {
            log.warn("Support chat {} did not take a question: {}", event.telegramId(), event.reason());
            asker(key)
                    .ifPresent(asker -> tell(
                            asker.telegramId(),
                            texts.getMessage("support.not_delivered", null, asker.language()),
                            key));
        } else if (key.startsWith(Support.ANSWER)) {
            settings.supportChat()
                    .ifPresent(chat -> asker(key).ifPresent(asker -> {
                        Object[] name = {Message.escape(asker.person().fullName())};
                        tell(chat, texts.getMessage("support.answer_not_delivered", name, Support.RUSSIAN), key);
                    }));
        }
    }

    /** Once, although a question or an answer may have gone out in two parts. */
    private void tell(long chat, String text, String key) {
        String whole = key.replaceFirst(Support.FILE + "$", "");
        messenger.send(Post.of(Bot.MAIN, chat, Message.of(text), "support-failed:" + whole));
    }

    private Optional<UserInfo> asker(String key) {
        return requests.askedBy(number(key)).map(users::get);
    }

    private static long number(String key) {
        Matcher number = NUMBER.matcher(key);
        return number.find() ? Long.parseLong(number.group(1)) : 0;
    }
}
