package ru.trenergram.simulator.chats;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Settings;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.telegram.spi.Bot;

/** The bots that the simulated Telegram knows: the product's own two. */
@Component
@WhenSimulated
public class BotAccounts {

    private final List<BotAccount> accounts;

    BotAccounts(Settings settings) {
        accounts = List.of(
                new BotAccount(Bot.MAIN, 1_000_000_001L, "trenergram_bot", "Trenergram", settings.mainToken()),
                new BotAccount(
                        Bot.STAFF,
                        1_000_000_002L,
                        "trenergram_staff_bot",
                        "Trenergram Staff",
                        Objects.requireNonNull(settings.staffToken(), "a simulated staff bot has a token")));
    }

    public List<BotAccount> all() {
        return accounts;
    }

    public BotAccount of(Bot bot) {
        return accounts.get(bot.ordinal());
    }

    public Optional<BotAccount> withToken(String token) {
        return accounts.stream()
                .filter(account -> account.token().equals(token))
                .findFirst();
    }

    /** By the name it has in addresses: {@code main} or {@code staff}. */
    public Optional<BotAccount> withSlug(String slug) {
        return accounts.stream().filter(account -> account.slug().equals(slug)).findFirst();
    }

    public Optional<BotAccount> withUsername(String username) {
        return accounts.stream()
                .filter(account -> account.username().equalsIgnoreCase(username))
                .findFirst();
    }
}
