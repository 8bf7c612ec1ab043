package ru.trenergram.telegram;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.telegram.telegrambots.meta.api.objects.Update;
import ru.trenergram.base.Settings;
import ru.trenergram.telegram.spi.Bot;

/** What the Bot API's server tells us by calling, on whatever node it reaches. */
@Service
public class Webhooks {

    private final Settings settings;
    private final Bots bots;
    private final InboundUpdates updates;
    private final Dispatcher dispatcher;

    Webhooks(Settings settings, Bots bots, InboundUpdates updates, Dispatcher dispatcher) {
        this.settings = settings;
        this.bots = bots;
        this.updates = updates;
        this.dispatcher = dispatcher;
    }

    /** What the caller is to be told. */
    public enum Reception {
        /** It is stored, and need not be sent again. */
        STORED,
        /** There is no such webhook. */
        UNKNOWN,
        /** The caller does not know the secret. */
        FORBIDDEN,
        UNREADABLE,
        /** The database is away: send it again. */
        UNAVAILABLE
    }

    /** Stores an update; it is handled later, so that the caller hears back at once. */
    public Reception receive(String name, @Nullable String secret, byte[] body) {
        Optional<Bot> known = bot(name);
        if (known.isEmpty()) {
            return Reception.UNKNOWN;
        }
        Bot bot = known.get();
        if (secret == null || !MessageDigest.isEqual(bytes(secret), bytes(secret(bot)))) {
            return Reception.FORBIDDEN;
        }
        try {
            var update = Json.read(new String(body, StandardCharsets.UTF_8), Update.class);
            if (update == null || update.getUpdateId() == null) {
                return Reception.UNREADABLE;
            }
            updates.store(bot, List.of(update)).forEach(dispatcher::wake);
            return Reception.STORED;
        } catch (UncheckedIOException e) {
            return Reception.UNREADABLE;
        } catch (DataAccessException | TransactionException e) {
            return Reception.UNAVAILABLE;
        }
    }

    private Optional<Bot> bot(String name) {
        if (settings.updates() != Settings.Receiving.WEBHOOK) {
            return Optional.empty();
        }
        return bots.all().stream().filter(bot -> path(bot).equals(name)).findFirst();
    }

    String url(Bot bot) {
        return bots.baseUrl() + "/telegram/webhook/" + path(bot);
    }

    /** Made of the token, which all nodes know and nobody else does. */
    String secret(Bot bot) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(bots.token(bot)), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(bytes("webhook")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(Bot bot) {
        return bot.name().toLowerCase(Locale.ROOT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
