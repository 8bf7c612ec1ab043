package ru.trenergram.base.ui;

import com.vaadin.flow.component.Svg;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The line drawings of empty states, errors and first pages; {@code drawings/<name>.svg} on the class path. */
public enum Drawing {
    NO_BOOKINGS,
    NO_TRAINERS,
    NO_CLIENTS,
    LOST,
    CLOSED,
    BROKEN,
    KEY;

    private final String svg;

    Drawing() {
        String file = "/drawings/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
        try (InputStream drawing = Drawing.class.getResourceAsStream(file)) {
            if (drawing == null) {
                throw new IllegalStateException("There is no " + file);
            }
            svg = new String(drawing.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Svg create() {
        var drawing = new Svg(svg);
        drawing.getElement().getClassList().add("drawing");
        drawing.getElement().setAttribute("aria-hidden", "true");
        return drawing;
    }
}
