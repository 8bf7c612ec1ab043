package ru.trenergram.telegram;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * One session of long polling with the library. Its executor and its HTTP client are ours, so that closing it ends a
 * poll of up to 50 seconds at once: the library would leave both behind.
 */
final class Poll implements Inlet {

    private static final Logger log = LoggerFactory.getLogger(Poll.class);

    private static final String CONFLICT = "HTTP 409";
    private static final Duration PATIENCE_IN_CONFLICT = Duration.ofSeconds(5);

    /** The kinds of updates that the bots care for. */
    static final List<String> WANTED = List.of("message", "edited_message", "callback_query", "my_chat_member");

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
            1, Thread.ofVirtual().name("telegram-poll-", 0).factory());
    private final OkHttpClient http = Bots.http(Duration.ofSeconds(70))
            .newBuilder()
            .addInterceptor(this::watched)
            .build();
    private final TelegramBotsLongPollingApplication application =
            new TelegramBotsLongPollingApplication(Json::mapper, () -> http, () -> executor, PatientBackOff::new);
    private final BotSession session;
    private volatile @Nullable String trouble;
    private final Heartbeat heartbeat;
    private volatile boolean closing;

    private volatile long troubleSince;

    /** @throws TelegramApiException if the server cannot be reached or does not know the bot */
    Poll(String token, TelegramUrl url, Heartbeat heartbeat, Consumer<List<Update>> batches)
            throws TelegramApiException {
        this.heartbeat = heartbeat;
        try {
            session = application.registerBot(
                    token, () -> url, new DefaultGetUpdatesGenerator(WANTED), batch -> take(batch, batches));
        } catch (TelegramApiException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Telegram counts anew after a week of silence. The library takes lower numbers for old ones and leaves them out for
     * good; only then a batch is empty. A new session asks without a number, and what is stored already stays once.
     */
    private static void take(List<Update> batch, Consumer<List<Update>> batches) {
        if (batch.isEmpty()) {
            throw new IllegalStateException("the numbers of the updates have fallen");
        }
        batches.accept(batch);
    }

    /** An exception out of the consumer ends the library's polling without a word: only its future tells. */
    @Override
    public boolean isOver() {
        var running = session.getRunningPolling();
        return running == null || running.isDone() || isInConflict();
    }

    /** Somebody else polls, or there is a webhook, which is removed by beginning anew. */
    private boolean isInConflict() {
        return CONFLICT.equals(trouble) && System.nanoTime() - troubleSince > PATIENCE_IN_CONFLICT.toNanos();
    }

    @Override
    public void look() {}

    /** Why the last poll failed, if it did. */
    @Override
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public String kind() {
        return "polling";
    }

    @Override
    public void close() {
        closing = true;
        try {
            application.close();
        } catch (Exception e) {
            log.debug("Polling did not close in order: {}", e.getMessage());
        }
        executor.shutdownNow();
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /** The library keeps to itself what went wrong. */
    private Response watched(Interceptor.Chain chain) throws IOException {
        try {
            var response = chain.proceed(chain.request());
            note(response.isSuccessful() ? null : "HTTP " + response.code());
            return response;
        } catch (IOException e) {
            note(e.toString());
            throw e;
        }
    }

    private void note(@Nullable String news) {
        heartbeat.beat();
        if (!closing && !Objects.equals(news, trouble)) {
            if (news != null && session != null) {
                log.warn("Polling fails and goes on trying: {}", news);
            }
            troubleSince = System.nanoTime();
            trouble = news;
        }
    }

    /** From half a second to half a minute. */
    private static final class PatientBackOff implements BackOff {

        private static final long FIRST = 500;
        private static final long LONGEST = 30_000;
        private long next = FIRST;

        @Override
        public void reset() {
            next = FIRST;
        }

        @Override
        public long nextBackOffMillis() {
            long current = next;
            next = Math.min(LONGEST, current * 2);
            return current;
        }
    }
}
