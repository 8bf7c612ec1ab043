package ru.trenergram.notifications;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.trenergram.telegram.spi.Input;

/**
 * A button under a booking's card, as it comes back when it is pressed: {@code bk:<action>:<booking>:<version>}, with the
 * booking's id in 22 characters, for there are but 64 bytes.
 *
 * @param version of the booking that the person saw
 */
public record BookingButton(Action action, UUID bookingId, int version) {

    /** The route of all these buttons. */
    public static final String ROUTE = "bk";

    /** What a press asks for. */
    public enum Action {
        CONFIRM("c"),
        /** Asks first whether to give the session up. */
        ASK("q"),
        GIVE_UP("x"),
        /** Back from that question. */
        KEEP("k"),
        /** Shows the card of a session that stands in a list. */
        OPEN("o"),
        COMPLETE("d"),
        NO_SHOW("n");

        private final String code;

        Action(String code) {
            this.code = code;
        }
    }

    String data() {
        byte[] id = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(bookingId.getMostSignificantBits())
                .putLong(bookingId.getLeastSignificantBits())
                .array();
        String packed = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
        return String.join(":", ROUTE, action.code, packed, Integer.toString(version));
    }

    /** Empty for what no button of ours says: people can send anything. */
    public static Optional<BookingButton> of(Input.Press press) {
        @Nullable String code = press.argument(0);
        @Nullable String id = press.argument(1);
        @Nullable String version = press.argument(2);
        if (code == null || id == null || version == null || !version.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return Arrays.stream(Action.values())
                .filter(action -> action.code.equals(code))
                .findFirst()
                .flatMap(action -> unpack(id).map(uuid -> new BookingButton(action, uuid, Integer.parseInt(version))));
    }

    private static Optional<UUID> unpack(String packed) {
        if (!packed.matches("[A-Za-z0-9_-]{22}")) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(packed));
            return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException stray) { // bits behind the last byte
            return Optional.empty();
        }
    }
}
