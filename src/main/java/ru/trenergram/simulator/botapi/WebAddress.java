package ru.trenergram.simulator.botapi;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Telegram takes for an address, and in which words it refuses one (tdlib's HttpUrl and LinkManager). */
final class WebAddress {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<Integer> WEBHOOK_PORTS = Set.of(80, 88, 443, 8443);
    private static final int LAST_PORT = 65535;
    private static final String TELEGRAM = "tg://";

    /** Scheme, user, host and port, as far as they are there. */
    private static final Pattern PARTS = Pattern.compile(
            "(?:([^:/?#]*)://)?(?:[^/?#]*@)?(\\[[^\\]]*]|[^/?#:]*)(?::([^/?#]*))?(?:[/?#].*)?", Pattern.DOTALL);

    private static final Pattern HOST = Pattern.compile("[\\w.\\-!$,~*'();&+=\\[\\]:\\x{80}-\\x{10FFFF}]*");

    private WebAddress() {}

    private record Parts(String scheme, String host, int port) {

        boolean isHttps() {
            return scheme.equals("https");
        }

        /** A machine that Telegram would not reach, but the simulator does: a developer's own. */
        boolean isOwn(String ownAddress) {
            return LOOPBACK.contains(host) || host.equals(URI.create(ownAddress).getHost());
        }
    }

    private static final class Malformed extends Exception {
        Malformed(String problem) {
            super(problem);
        }
    }

    /** Why Telegram would refuse the address, in its words; null when it is fine. */
    static @Nullable String problem(String address) {
        if (isTelegramLink(address)) {
            return null;
        }
        try {
            var parts = parse(address, "http");
            return parts.host().contains(".") || LOOPBACK.contains(parts.host()) ? null : "Wrong HTTP URL";
        } catch (Malformed malformed) {
            return malformed.getMessage();
        }
    }

    static boolean isTelegramLink(String address) {
        return address.startsWith(TELEGRAM);
    }

    /**
     * Why Telegram would refuse the address of a Mini App. Telegram takes HTTPS alone; here the service's own address may
     * be plain, or there would be nothing to open on a developer's machine.
     */
    static @Nullable String miniAppProblem(String address, String ownAddress) {
        try {
            var parts = parse(address, "http");
            if (parts.isOwn(ownAddress)) {
                return null;
            }
            if (!parts.isHttps()) {
                return "Only HTTPS links are allowed";
            }
            return parts.host().contains(".") ? null : "Wrong HTTP URL";
        } catch (Malformed malformed) {
            return malformed.getMessage();
        }
    }

    /** Why Telegram would not deliver to the address; the service's own is an exception here too. */
    static @Nullable String webhookProblem(String address, String ownAddress) {
        try {
            var parts = parse(address, "https");
            if (parts.isOwn(ownAddress)) {
                return null;
            }
            if (!parts.isHttps()) {
                return "bad webhook: An HTTPS URL must be provided for webhook";
            }
            return WEBHOOK_PORTS.contains(parts.port())
                    ? null
                    : "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443";
        } catch (Malformed malformed) {
            return "invalid webhook URL specified";
        }
    }

    private static Parts parse(String address, String usualScheme) throws Malformed {
        Matcher parts = PARTS.matcher(address);
        if (!parts.matches()) {
            throw new Malformed("Wrong HTTP URL");
        }
        String scheme = parts.group(1) == null ? usualScheme : parts.group(1).toLowerCase(Locale.ROOT);
        String host = parts.group(2).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new Malformed("Unsupported URL protocol");
        }
        int port = port(parts.group(3), scheme);
        if (host.isEmpty()) {
            throw new Malformed("URL host is empty");
        }
        if (!HOST.matcher(host).matches()) {
            throw new Malformed("Disallowed character in URL host");
        }
        return new Parts(scheme, host, port);
    }

    private static int port(@Nullable String given, String scheme) throws Malformed {
        if (given == null) {
            return scheme.equals("https") ? 443 : 80;
        }
        if (!given.matches("\\d{1,5}") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > LAST_PORT) {
            throw new Malformed("Wrong port number specified in the URL");
        }
        return Integer.parseInt(given);
    }
}
