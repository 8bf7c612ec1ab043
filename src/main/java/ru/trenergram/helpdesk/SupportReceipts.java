package ru.trenergram.helpdesk;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.MessageFailed;
import ru.trenergram.telegram.spi.MessageSent;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Post;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** Remembers where questions and answers stand, for what is said to them, and tells whoever waits when something cannot be delivered. */
@Component
class SupportReceipts {

    private static final Logger log = LoggerFactory.getLogger(SupportReceipts.class);

    private final SupportRequests requests;
    private final Desks desks;
    private final Users users;
    private final Messenger messenger;
    private final MessageSource texts;

    SupportReceipts(SupportRequests requests, Desks desks, Users users, Messenger messenger, MessageSource texts) {
        this.requests = requests;
        this.desks = desks;
        this.users = users;
        this.messenger = messenger;
        this.texts = texts;
    }

    @ApplicationModuleListener
    void on(MessageSent event) {
        Long messageId = event.messageId();
        if (messageId != null) {
            SupportKey.of(event.dedupeKey())
                    .ifPresent(key -> requests.stands(key.requestId(), event.bot(), event.telegramId(), messageId));
        }
    }

    @ApplicationModuleListener
    void on(MessageFailed event) {
        SupportKey.of(event.dedupeKey()).ifPresent(key -> {
            Optional<UserInfo> asker = requests.askedBy(key.requestId()).map(users::get);
            asker.ifPresent(person -> {
                if (key.isQuestion()) {
                    log.warn("{} bot: chat {} did not take a question: {}", event.bot(), key.deskId(), event.reason());
                    questionFailed(key, event.bot(), person);
                } else {
                    answerFailed(key, event.bot(), person);
                }
            });
        });
    }

    private void questionFailed(SupportKey key, Bot bot, UserInfo asker) {
        int everybody = desks.of(bot, asker.telegramId()).size();
        if (requests.undelivered(key.requestId(), key.deskId()) >= everybody) {
            String text = texts.getMessage("support.not_delivered", null, asker.language());
            tell(bot, asker.telegramId(), text, "question:" + key.requestId());
        }
    }

    private void answerFailed(SupportKey key, Bot bot, UserInfo asker) {
        desks.at(bot, key.deskId()).ifPresent(desk -> {
            Object[] name = {Message.escape(asker.person().fullName())};
            String text = texts.getMessage("support.answer_not_delivered", name, desk.language());
            tell(bot, desk.chatId(), text, key.whole());
        });
    }

    /** Once, although a question or an answer may have gone out in two parts. */
    private void tell(Bot bot, long chat, String text, String occasion) {
        messenger.send(Post.of(bot, chat, Message.of(text), "support-failed:" + occasion));
    }
}
