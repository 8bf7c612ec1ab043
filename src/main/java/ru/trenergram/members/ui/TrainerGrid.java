package ru.trenergram.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Formats;
import ru.trenergram.base.ui.Lines;
import ru.trenergram.base.ui.Narrow;
import ru.trenergram.base.ui.StatusBadge;
import ru.trenergram.base.ui.StatusBadge.Token;
import ru.trenergram.clubs.ClubTrainer.Status;
import ru.trenergram.scheduling.ClubDesk.TrainerRow;
import ru.trenergram.users.Person;

/** The columns of a club's trainers. */
class TrainerGrid extends Grid<TrainerRow> {

    private final Locale locale;
    private final @Nullable SerializableConsumer<TrainerRow> approve;

    /**
     * @param zone the club's
     * @param approve null when the role does not approve
     */
    TrainerGrid(Locale locale, ZoneId zone, @Nullable SerializableConsumer<TrainerRow> approve) {
        super(TrainerRow.class, false);
        this.locale = locale;
        this.approve = approve;
        setSelectionMode(SelectionMode.NONE);

        addComponentColumn(row -> new Lines(name(row), contact(row)))
                .setHeader(text("trainer"))
                .setFlexGrow(2);
        addComponentColumn(this::badge)
                .setHeader(text("status"))
                .setWidth("200px")
                .setFlexGrow(0);
        number("price", row -> Formats.money(row.profile().price(), locale));
        number("minutes", row -> minutes(row));
        number("today", row -> row.bookingsToday());
        number("since", row -> Formats.date(LocalDate.ofInstant(row.place().since(), zone), locale));
        addComponentColumn(this::action).setWidth("140px").setFlexGrow(0).setTextAlign(ColumnTextAlign.END);
        Narrow.compact(this, addComponentColumn(this::card));
    }

    private void number(String key, ValueProvider<TrainerRow, ?> value) {
        addColumn(value)
                .setHeader(text(key))
                .setPartNameGenerator(row -> "numeric")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private Component card(TrainerRow row) {
        String terms = Formats.money(row.profile().price(), locale) + " · " + minutes(row) + " · "
                + getTranslation(locale, "panel.trainers.today.value", row.bookingsToday());
        var card = new Div(new Lines(name(row), contact(row)), badge(row), new Lines("", terms), action(row));
        card.addClassName("row-card");
        return card;
    }

    /** Leads to the card. */
    private static Anchor name(TrainerRow row) {
        return new Anchor(
                "/club/" + row.place().club().id() + "/trainers/"
                        + row.profile().telegramId(),
                row.profile().person().fullName());
    }

    private StatusBadge badge(TrainerRow row) {
        return switch (row.place().status()) {
            case APPLIED -> new StatusBadge(Token.PENDING, text("status.applied"));
            case ACTIVE -> new StatusBadge(Token.CONFIRMED, text("status.active"));
        };
    }

    private Component action(TrainerRow row) {
        if (approve == null || row.place().status() == Status.ACTIVE) {
            return new Span();
        }
        var button = new Button(text("approve"), click -> approve.accept(row));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setDisableOnClick(true);
        return button;
    }

    private String minutes(TrainerRow row) {
        return getTranslation(
                locale, "panel.trainers.minutes.value", row.profile().sessionMinutes());
    }

    private static String contact(TrainerRow row) {
        Person person = row.profile().person();
        String phone = row.phone() == null ? null : Formats.phone(row.phone());
        String username = person.username() == null ? null : "@" + person.username();
        return Stream.of(phone, username).filter(part -> part != null).collect(Collectors.joining(" · "));
    }

    private String text(String key) {
        return getTranslation(locale, "panel.trainers." + key);
    }
}
