package ru.trenergram.api;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Whose address it is. A connection to the internet has one address of IPv4, and 2⁶⁴ of IPv6 that count as one. */
final class Networks {

    private static final int PREFIX_BYTES = 8;

    private Networks() {}

    /** @param address as the proxy wrote it, so it may be anything */
    static String of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES))
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException unreadable) {
            return "unknown";
        }
    }
}
