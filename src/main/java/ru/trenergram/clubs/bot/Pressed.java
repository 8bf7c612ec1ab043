package ru.trenergram.clubs.bot;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Turn;

/** What a pressed button carries. Data that no button of ours has is taken for a button that is too old. */
final class Pressed {

    private static final int LONGEST_ID = 18;

    private Pressed() {}

    static @Nullable String argument(Turn turn, int index) {
        return turn.input() instanceof Input.Press press ? press.argument(index) : null;
    }

    static Optional<Long> id(Turn turn, int index) {
        return Optional.ofNullable(argument(turn, index))
                .filter(text -> text.matches("\\d{1," + LONGEST_ID + "}"))
                .map(Long::valueOf);
    }

    static void outdated(Turn turn) {
        turn.toast(turn.text("telegram.old_button"));
    }
}
