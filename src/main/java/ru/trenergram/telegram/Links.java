package ru.trenergram.telegram;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;

@Component
class Links implements BotLinks {

    private static final Pattern PAYLOAD = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Bots bots;

    Links(Bots bots) {
        this.bots = bots;
    }

    @Override
    public String deepLink(Bot bot, String payload) {
        if (!PAYLOAD.matcher(payload).matches()) {
            throw new IllegalArgumentException("Not a start payload: " + payload);
        }
        String host = bots.simulated() ? bots.baseUrl() + "/simulator/t.me/" : "https://t.me/";
        return host + bots.username(bot) + "?start=" + payload;
    }

    @Override
    public String trainerApp(long telegramId) {
        return bots.baseUrl() + "/trainer/" + telegramId;
    }

    @Override
    public String clientApp(long telegramId) {
        return bots.baseUrl() + "/client/" + telegramId;
    }
}
