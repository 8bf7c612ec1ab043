package ru.trenergram.clubs.bot;

import java.util.Optional;
import ru.trenergram.telegram.spi.Input;

/** What somebody typed where words are expected. */
final class Words {

    private Words() {}

    /** On one line, without spaces around it; empty for anything but a text of such a length. */
    static Optional<String> of(Input input, int shortest, int longest) {
        return switch (input) {
            case Input.Text(String text) ->
                Optional.of(text.strip().replaceAll("\\s+", " "))
                        .filter(words -> words.length() >= shortest && words.length() <= longest);
            case Input.Contact _, Input.Press _, Input.Other _ -> Optional.empty();
        };
    }
}
