package ru.trenergram.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.ui.Drawing;
import ru.trenergram.base.ui.EmptyState;
import ru.trenergram.base.ui.KeyPages;
import ru.trenergram.base.ui.Narrow;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.base.ui.StatusBadge;
import ru.trenergram.base.ui.StatusBadge.Token;
import ru.trenergram.platform.Messages;
import ru.trenergram.security.Caller;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.OutboxDesk.Filter;
import ru.trenergram.telegram.spi.OutboxDesk.GivenUp;
import ru.trenergram.telegram.spi.OutboxDesk.State;

/** The outbox: how much waits and since when, and what was given up. */
class MessagesTab extends Div {

    private static final String BOT = "bot";
    private static final String STATE = "state";
    private static final List<State> GIVEN_UP = List.of(State.FAILED, State.UNKNOWN);

    private final transient Messages messages;
    private final transient Caller caller;
    private final transient Filter filter;
    private final Times times;
    private final Div lanes = new Div();
    private final Span count = new Span();
    private final Grid<GivenUp> grid = new Grid<>(GivenUp.class, false);
    private final Button again = new Button();
    private final Button drop = new Button();

    MessagesTab(Messages messages, Caller caller, Times times, QueryParameters parameters) {
        this.messages = messages;
        this.caller = caller;
        this.times = times;
        this.filter = new Filter(
                value(Bot.values(), parameters.getSingleParameter(BOT)),
                value(GIVEN_UP.toArray(State[]::new), parameters.getSingleParameter(STATE)));
        addClassName("tab");
        lanes.addClassName("lanes");
        columns();
        again.addClickListener(click -> {
            List<Long> chosen = chosen();
            new Ask(text("again.title"), text("again"), text("again.what")).then(() -> sendAgain(chosen));
        });
        drop.addClickListener(click -> {
            List<Long> chosen = chosen();
            new Ask(text("drop.title"), text("drop"), text("drop.what")).then(() -> leaveAt(chosen));
        });
        drop.addThemeVariants(ButtonVariant.TERTIARY);
        var toolbar = new Div(bots(), states(), again, drop, count);
        toolbar.addClassName("toolbar");
        add(lanes, toolbar, grid);
        show();
    }

    private Select<Bot> bots() {
        var bots = choice(Bot.values(), filter.bot(), "bot.all");
        bots.setItemLabelGenerator(bot -> bot == null ? text("bot.all") : Bots.name(bot));
        bots.addValueChangeListener(change -> open(bots.getValue(), filter.state()));
        return bots;
    }

    private Select<State> states() {
        var states = choice(GIVEN_UP.toArray(State[]::new), filter.state(), "state.all");
        states.setItemLabelGenerator(state -> state == null ? text("state.all") : text("state." + name(state)));
        states.addValueChangeListener(change -> open(filter.bot(), states.getValue()));
        return states;
    }

    private <E extends Enum<E>> Select<E> choice(E[] all, @Nullable E chosen, String none) {
        var choice = new Select<E>();
        choice.setItems(all);
        choice.setAriaLabel(text(none));
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(text(none));
        choice.setValue(chosen);
        return choice;
    }

    private void columns() {
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addSelectionListener(selected -> buttons());
        grid.addColumn(row -> times.moment(row.createdAt()))
                .setHeader(text("when"))
                .setPartNameGenerator(row -> "numeric")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(row -> badge(row.state()))
                .setHeader(text("state"))
                .setWidth("190px")
                .setFlexGrow(0);
        grid.addColumn(row -> Bots.name(row.bot()) + " → " + row.telegramId())
                .setHeader(text("to"))
                .setFlexGrow(1);
        grid.addComponentColumn(this::reason).setHeader(text("reason")).setFlexGrow(3);
        Narrow.compact(grid, grid.addComponentColumn(this::card));
        grid.setEmptyStateComponent(new EmptyState(Drawing.NO_BOOKINGS, text("empty.title"), text("empty")));
    }

    private Component reason(GivenUp row) {
        var words = new Span(row.forgotten() ? text("forgotten") : row.words() == null ? row.method() : row.words());
        words.addClassName("small");
        var lines = new Div(new Span(row.reason() == null ? "–" : row.reason()), words);
        lines.addClassName("two-lines");
        return lines;
    }

    private Component card(GivenUp row) {
        var card = new Div(
                badge(row.state()),
                new Span(times.moment(row.createdAt())),
                reason(row),
                new Span(Bots.name(row.bot())));
        card.addClassName("row-card");
        return card;
    }

    private StatusBadge badge(State state) {
        return new StatusBadge(state == State.FAILED ? Token.NO_SHOW : Token.PENDING, text("state." + name(state)));
    }

    private void show() {
        lanes.removeAll();
        messages.lanes(caller).forEach(lane -> {
            var figure = new Span(String.format(times.locale(), "%,d", lane.messages()));
            figure.addClassName("figure");
            var card = new Div(
                    figure,
                    new Span(Bots.name(lane.bot()) + " · "
                            + text("priority." + lane.priority().name().toLowerCase(Locale.ROOT))),
                    new Span(getTranslation(
                            "platform.messages.lane." + name(lane.state()), times.moment(lane.oldest()))));
            card.addClassName("lane");
            lanes.add(card);
        });
        if (lanes.getComponentCount() == 0) {
            lanes.add(new Span(text("lanes.empty")));
        }
        var pages = new KeyPages<GivenUp>(
                (after, limit) -> messages.givenUp(caller, filter, after == null ? null : after.id(), limit));
        grid.setItems(pages::fetch);
        count.setText(getTranslation("platform.messages.count", messages.countGivenUp(caller, filter)));
        buttons();
    }

    /** They speak of what is chosen, or of all where nothing is. */
    private void buttons() {
        int chosen = grid.getSelectedItems().size();
        again.setText(chosen == 0 ? text("again.all") : getTranslation("platform.messages.again.some", chosen));
        drop.setText(chosen == 0 ? text("drop.all") : getTranslation("platform.messages.drop.some", chosen));
    }

    /** @param chosen all where there is none; like that of {@link #leaveAt} as it was when the button was pressed */
    private void sendAgain(List<Long> chosen) {
        int sent = chosen.isEmpty() ? messages.retryAll(caller, filter) : messages.retry(caller, chosen);
        Notices.done(getTranslation("platform.messages.again.done", sent));
        show();
    }

    private void leaveAt(List<Long> chosen) {
        int dropped = chosen.isEmpty() ? messages.dropAll(caller, filter) : messages.drop(caller, chosen);
        Notices.done(getTranslation("platform.messages.drop.done", dropped));
        show();
    }

    private List<Long> chosen() {
        return grid.getSelectedItems().stream().map(GivenUp::id).toList();
    }

    private static void open(@Nullable Bot bot, @Nullable State state) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (bot != null) {
            parameters.put(BOT, name(bot));
        }
        if (state != null) {
            parameters.put(STATE, name(state));
        }
        UI.getCurrent().navigate(QueuesView.PATH, QueryParameters.simple(parameters));
    }

    private static <E extends Enum<E>> @Nullable E value(E[] all, Optional<String> name) {
        return Arrays.stream(all)
                .filter(it -> name.isPresent() && name(it).equals(name.get()))
                .findFirst()
                .orElse(null);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private String text(String key) {
        return getTranslation("platform.messages." + key);
    }
}
