package ru.trenergram.clubs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import ru.trenergram.clubs.ClubLocation;
import ru.trenergram.clubs.OpeningHours;

/** A location with its hours: days with the same ones in one line. */
class LocationCard extends Div {

    LocationCard(ClubLocation location, boolean mayChange, SerializableRunnable edit, SerializableRunnable toggle) {
        addClassName("card");
        var name = new H3(location.name());
        add(name, new Paragraph(location.address()));
        if (location.closed()) {
            addClassName("closed");
            add(new Span(getTranslation("club.location.is-closed")));
        }
        hours(location).forEach(line -> {
            var hours = new Span(line);
            hours.addClassName("numeric");
            add(hours);
        });
        if (mayChange) {
            var buttons = new Div(
                    quiet(getTranslation("club.location.edit"), location, edit),
                    quiet(
                            getTranslation(location.closed() ? "club.location.reopen" : "club.location.close"),
                            location,
                            toggle));
            buttons.addClassName("toolbar");
            add(buttons);
        }
    }

    private static Button quiet(String verb, ClubLocation location, SerializableRunnable action) {
        var button = new Button(verb, click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(verb + ": " + location.name());
        return button;
    }

    /** “пн, вт, ср 09:00–21:00”. */
    private List<String> hours(ClubLocation location) {
        List<OpeningHours> kinds = location.hours().values().stream().distinct().toList();
        List<String> lines = new ArrayList<>();
        for (OpeningHours kind : kinds) {
            String days = Arrays.stream(DayOfWeek.values())
                    .filter(day -> Objects.equals(location.hours().get(day), kind))
                    .map(day -> day.getDisplayName(TextStyle.SHORT, getLocale()))
                    .collect(Collectors.joining(", "));
            String to =
                    kind.to().equals(LocalTime.MIDNIGHT) ? "24:00" : kind.to().toString();
            lines.add(days + "  " + kind.from() + "–" + to);
        }
        return lines.isEmpty() ? List.of(getTranslation("club.location.no-hours")) : lines;
    }
}
