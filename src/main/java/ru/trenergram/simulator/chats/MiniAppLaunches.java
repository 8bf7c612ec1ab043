package ru.trenergram.simulator.chats;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.stereotype.Service;
import ru.trenergram.base.Settings;
import ru.trenergram.simulator.SimulatorProblem;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.telegram.spi.Bot;

/** Opens Mini Apps, as <a href="https://docs.telegram-mini-apps.com/platform/launch-parameters">Telegram does</a>. */
@Service
@WhenSimulated
public class MiniAppLaunches {

    private static final String VERSION = "9.1";

    private final LaunchData launchData;
    private final URI ownAddress;

    MiniAppLaunches(LaunchData launchData, Settings settings) {
        this.launchData = launchData;
        this.ownAddress = URI.create(settings.baseUrl());
    }

    /**
     * How to open a Mini App.
     *
     * @param src its address with the launch parameters, all but the theme's; a page of this service comes without scheme
     *     and host, so that it opens wherever the chat page was opened
     * @param own whether it is a page of this service and may stand in a frame
     */
    public record Launch(String src, boolean own) {}

    public Launch launch(Bot bot, long personId, String url) {
        URI address = parse(url);
        boolean own = Objects.equals(address.getScheme(), ownAddress.getScheme())
                && Objects.equals(address.getAuthority(), ownAddress.getAuthority());
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String path = Objects.requireNonNullElse(address.getRawPath(), "");
        String page = own ? (path.isEmpty() ? "/" : path) + query : withoutFragment(url);
        // a page within the app stands before the parameters, as Telegram's clients have it
        String within = address.getRawFragment() == null ? "" : address.getRawFragment() + "?";
        String data = URLEncoder.encode(launchData.sign(bot, personId), StandardCharsets.UTF_8);
        return new Launch(
                page + "#" + within + "tgWebAppData=" + data + "&tgWebAppVersion=" + VERSION + "&tgWebAppPlatform=web",
                own);
    }

    private static URI parse(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw SimulatorProblem.invalid("url");
        }
    }

    private static String withoutFragment(String url) {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }
}
