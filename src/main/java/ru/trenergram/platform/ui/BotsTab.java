package ru.trenergram.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import ru.trenergram.base.ui.StatusBadge;
import ru.trenergram.base.ui.StatusBadge.Token;
import ru.trenergram.platform.Messages;
import ru.trenergram.security.Caller;
import ru.trenergram.telegram.spi.OutboxDesk.BotState;
import ru.trenergram.telegram.spi.TransportReport.Lost;

/** How the bots do. */
class BotsTab extends Div {

    private final Times times;

    BotsTab(Messages messages, Caller caller, Times times) {
        this.times = times;
        addClassName("cards");
        messages.bots(caller).forEach(bot -> add(card(bot)));
        if (getComponentCount() == 0) {
            add(new Paragraph(text("none")));
        }
    }

    private Component card(BotState bot) {
        var head = new Div(new H2(Bots.name(bot.bot())), badge(bot));
        head.addClassName("details-head");
        return new Details(head)
                .with(
                        text("lost"),
                        bot.lost().map(Lost::since).map(times::moment).orElse(null))
                .with(text("reason"), bot.lost().map(Lost::reason).orElse(null))
                .with(text("received"), times.moment(bot.lastUpdate().orElse(null)))
                .with(text("sent"), times.moment(bot.lastSent().orElse(null)))
                .with(text("waiting"), bot.oldestWaiting().map(times::moment).orElseGet(() -> text("waiting.none")));
    }

    private StatusBadge badge(BotState bot) {
        return bot.lost().isEmpty()
                ? new StatusBadge(Token.CONFIRMED, text("connected"))
                : new StatusBadge(Token.NO_SHOW, text("lost"));
    }

    private String text(String key) {
        return getTranslation("platform.bots." + key);
    }
}
