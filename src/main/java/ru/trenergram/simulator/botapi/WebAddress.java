package ru.trenergram.simulator.botapi;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Telegram takes for an address. */
final class WebAddress {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private WebAddress() {}

    /** Why Telegram would refuse the address, in its words; null when it is fine. */
    static @Nullable String problem(String address) {
        try {
            var uri = new URI(address.contains("://") ? address : "http://" + address);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            if (!Set.of("http", "https", "tg").contains(scheme)) {
                return "Unsupported URL protocol";
            }
            if ("tg".equals(scheme)) {
                return null;
            }
            String host = uri.getHost();
            if (host == null || host.isEmpty()) {
                return "URL host is empty";
            }
            return host.contains(".") || LOOPBACK.contains(host) ? null : "Wrong HTTP URL";
        } catch (URISyntaxException e) {
            return "Wrong HTTP URL";
        }
    }

    static boolean isTelegramLink(String address) {
        return address.startsWith("tg://");
    }

    /**
     * Why Telegram would refuse the address of a Mini App. Telegram takes HTTPS alone; here the service's own address may
     * be plain, or there would be nothing to open on a developer's machine.
     */
    static @Nullable String miniAppProblem(String address, String ownAddress) {
        try {
            var uri = new URI(address);
            if (uri.getHost() == null) {
                return "URL host is empty";
            }
            boolean plainAllowed =
                    LOOPBACK.contains(uri.getHost()) || uri.getHost().equals(new URI(ownAddress).getHost());
            if ("https".equalsIgnoreCase(uri.getScheme())
                    || ("http".equalsIgnoreCase(uri.getScheme()) && plainAllowed)) {
                return null;
            }
            return "Only HTTPS links are allowed";
        } catch (URISyntaxException e) {
            return "Wrong HTTP URL";
        }
    }
}
