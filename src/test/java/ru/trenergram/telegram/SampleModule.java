package ru.trenergram.telegram;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import ru.trenergram.base.DomainException;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Interlocutor;
import ru.trenergram.telegram.spi.Interlocutors;
import ru.trenergram.telegram.spi.LastCheck;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.MessageFailed;
import ru.trenergram.telegram.spi.MessageSent;
import ru.trenergram.telegram.spi.TelegramPerson;
import ru.trenergram.telegram.spi.Turn;

/** A module as the transport's tests need one; what its handlers do stands in the table {@code effect}. */
class SampleModule implements BotModule {

    private final Effects effects;
    final Map<Long, CountDownLatch> gates = new ConcurrentHashMap<>();

    SampleModule(Effects effects) {
        this.effects = effects;
    }

    /** A service with a transaction of its own, as modules have. */
    static class Effects {

        private final JdbcClient jdbc;

        Effects(JdbcClient jdbc) {
            this.jdbc = jdbc;
            jdbc.sql(
                            "CREATE TABLE IF NOT EXISTS effect (id bigint GENERATED ALWAYS AS IDENTITY, chat_id bigint, what text)")
                    .update();
        }

        @Transactional
        public void note(long chatId, String what) {
            jdbc.sql("INSERT INTO effect (chat_id, what) VALUES (?, ?)")
                    .params(chatId, what)
                    .update();
            if (what.equals("refused")) {
                throw DomainException.invalid("name", "required");
            }
        }

        public List<String> of(long chatId) {
            return jdbc.sql("SELECT what FROM effect WHERE chat_id = ? ORDER BY id")
                    .param(chatId)
                    .query(String.class)
                    .list();
        }
    }

    /** Hears what came of messages, in the transaction that records it. */
    static class Receipts {

        private final List<Object> all = new CopyOnWriteArrayList<>();
        final AtomicBoolean failing = new AtomicBoolean();

        @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
        public void on(MessageSent event) {
            if (failing.compareAndSet(true, false)) {
                throw new IllegalStateException("deaf");
            }
            all.add(event);
        }

        @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
        public void on(MessageFailed event) {
            all.add(event);
        }

        List<Object> of(long chat) {
            return all.stream()
                    .filter(event -> event.toString().contains("telegramId=" + chat + ","))
                    .toList();
        }
    }

    /** Is asked about doubtful messages, and says what a test tells it to. */
    static class Doubts implements LastCheck {

        volatile Predicate<String> answer = _ -> true;

        @Override
        public String keyPrefix() {
            return "doubtful:";
        }

        @Override
        public boolean stillWanted(String dedupeKey) {
            return answer.test(dedupeKey);
        }
    }

    /** Knows everybody, in English. */
    static class Everybody implements Interlocutors {

        final Map<Long, String> payloads = new ConcurrentHashMap<>();
        final List<Long> unreachable = new CopyOnWriteArrayList<>();

        @Override
        public Interlocutor seen(Bot bot, TelegramPerson person, @Nullable String startPayload) {
            if (startPayload != null) {
                payloads.put(person.telegramId(), startPayload);
            }
            return new Interlocutor(person.telegramId(), person.telegramId(), java.util.Locale.ENGLISH);
        }

        @Override
        public void admit(Interlocutor user) {}

        @Override
        public void reachable(Bot bot, long telegramId) {
            unreachable.remove(telegramId);
        }

        @Override
        public void unreachable(Bot bot, long telegramId) {
            unreachable.add(telegramId);
        }
    }

    @Override
    public Bot bot() {
        return Bot.MAIN;
    }

    @Override
    public void routes(Routes routes) {
        routes.start(turn -> turn.say("welcome"))
                .start("trainer_", turn -> turn.say("trainer " + text(turn)))
                .start("trainer_vip_", turn -> turn.say("vip " + text(turn)))
                .command("note", turn -> {
                    effects.note(chat(turn), text(turn));
                    turn.say("noted " + text(turn));
                })
                .command("slow", this::slow)
                .command("poison", turn -> {
                    effects.note(chat(turn), "poisoned");
                    throw new IllegalStateException("poison");
                })
                .command("unspeakable", turn -> {
                    throw new IllegalStateException("a\0b");
                })
                .command("picture", turn -> turn.say(Message.of("a picture").withPhoto(new byte[] {1, 2, 3})))
                .command("form", turn -> {
                    turn.await("form", "name", Map.of());
                    turn.say("name?");
                })
                .button("ok", turn -> {
                    turn.toast("done");
                    turn.edit(Message.of("edited " + ((Input.Press) turn.input()).argument(0)));
                })
                .button("quiet", _ -> {})
                .dialog("form", turn -> turn.say(turn.step() + "?"), this::form);
    }

    private void slow(Turn turn) {
        try {
            gates.computeIfAbsent(chat(turn), _ -> new CountDownLatch(1)).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        effects.note(chat(turn), "slow");
    }

    private void form(Turn turn) {
        switch (turn.input()) {
            case Input.Text(String text) -> effects.note(chat(turn), text);
            case Input.Contact(String phone, boolean own) -> turn.say(phone + " own: " + own);
            default -> turn.say("a text, please");
        }
        if (turn.input() instanceof Input.Text(String text)) {
            advance(turn, text);
        }
    }

    private static void advance(Turn turn, String text) {
        if (turn.step().equals("name")) {
            turn.await("form", "age", Map.of("name", text));
            turn.say("age?");
        } else {
            var answers = new HashMap<>(turn.answers());
            turn.endDialog();
            turn.say(answers.get("name") + " is " + text);
        }
    }

    private static String text(Turn turn) {
        return ((Input.Text) turn.input()).text();
    }

    private static long chat(Turn turn) {
        return turn.user().telegramId();
    }
}
