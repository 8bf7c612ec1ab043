package ru.trenergram.subscriptions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.StaleVersionException;
import ru.trenergram.base.ui.AdminMenu;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.base.ui.Narrow;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.base.ui.StatusBadge;
import ru.trenergram.base.ui.StatusBadge.Token;
import ru.trenergram.security.Caller;
import ru.trenergram.tariffs.Tariff;
import ru.trenergram.tariffs.Tariffs;

/** The tariffs of the platform; the one that is being edited stands in the address. */
@Route("admin/tariffs")
@AdminMenu(title = "admin.tariffs.menu", icon = LineIcon.TAG, order = 50)
@PermitAll
class AdminTariffsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String TARIFF = "tariff";
    private static final String NEW = "new";

    private final transient Tariffs tariffs;
    private final transient AuthenticationContext authentication;
    private final Grid<Tariff> grid = new Grid<>(Tariff.class, false);
    private @Nullable FormDialog form;

    AdminTariffsView(Tariffs tariffs, AuthenticationContext authentication) {
        this.tariffs = tariffs;
        this.authentication = authentication;

        var create = new Button(getTranslation("admin.tariffs.create"), click -> open(QueryParameters.of(TARIFF, NEW)));
        create.addThemeVariants(ButtonVariant.PRIMARY);
        var head = new Div(
                new Div(
                        new H1(getTranslation("admin.tariffs.menu")),
                        new Paragraph(getTranslation("admin.tariffs.about"))),
                create);
        head.addClassName("list-head");
        addClassName("list");
        columns();
        add(head, grid);
    }

    private void columns() {
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(tariff -> tariff.name(getLocale()))
                .setHeader(getTranslation("admin.tariffs.name"))
                .setFlexGrow(2);
        grid.addColumn(Tariff::code)
                .setHeader(getTranslation("admin.tariffs.code"))
                .setFlexGrow(1);
        grid.addColumn(tariff -> Words.perMonth(tariff, getLocale()))
                .setHeader(getTranslation("subscription.price"))
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(1);
        grid.addColumn(Words::limit)
                .setHeader(getTranslation("subscription.trainers"))
                .setAutoWidth(true)
                .setFlexGrow(1);
        grid.addComponentColumn(this::badge)
                .setHeader(getTranslation("admin.clubs.state"))
                .setFlexGrow(1);
        grid.addComponentColumn(this::actions).setAutoWidth(true).setFlexGrow(0);
        Narrow.compact(grid, grid.addComponentColumn(this::card));
    }

    private Component card(Tariff tariff) {
        var card = new Div(
                new Span(tariff.name(getLocale())),
                badge(tariff),
                new Span(Words.perMonth(tariff, getLocale()) + " · " + Words.limit(tariff)),
                actions(tariff));
        card.addClassName("row-card");
        return card;
    }

    private StatusBadge badge(Tariff tariff) {
        return tariff.retired()
                ? new StatusBadge(Token.COMPLETED, getTranslation("admin.tariffs.retired"))
                : new StatusBadge(Token.CONFIRMED, getTranslation("admin.tariffs.offered"));
    }

    private Component actions(Tariff tariff) {
        var edit = new Button(
                getTranslation("admin.tariffs.edit"), click -> open(QueryParameters.of(TARIFF, tariff.code())));
        edit.addThemeVariants(ButtonVariant.TERTIARY);
        var actions = new Div(edit);
        actions.addClassName("toolbar");
        if (!tariff.code().equals(Tariff.FREE)) {
            var retire = new Button(
                    getTranslation(tariff.retired() ? "admin.tariffs.offer" : "admin.tariffs.retire"),
                    click -> retire(tariff));
            retire.addThemeVariants(ButtonVariant.TERTIARY);
            actions.add(retire);
        }
        return actions;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Tariff> all = tariffs.all();
        grid.setItems(all);
        if (form != null) {
            remove(form);
            form = null;
        }
        event.getLocation().getQueryParameters().getSingleParameter(TARIFF).ifPresent(code -> {
            if (code.equals(NEW)) {
                show(new TariffForm((made, terms) -> saved(tariffs.create(caller(), made, terms))));
            } else {
                all.stream()
                        .filter(tariff -> tariff.code().equals(code))
                        .findFirst()
                        .ifPresent(tariff -> show(new TariffForm(tariff, (made, terms) -> edit(tariff, terms))));
            }
        });
    }

    private void show(FormDialog dialog) {
        form = dialog;
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened() && form == dialog) {
                open(QueryParameters.empty());
            }
        });
        add(dialog);
        dialog.open();
    }

    private void edit(Tariff tariff, Tariff.Terms terms) {
        saved(tariffs.edit(caller(), tariff.code(), tariff.version(), terms));
    }

    private void retire(Tariff tariff) {
        String ask = tariff.retired() ? "admin.tariffs.offer" : "admin.tariffs.retire";
        var dialog = new FormDialog(
                        getTranslation(ask + ".title", tariff.name(getLocale())), getTranslation(ask), () -> {
                            try {
                                saved(tariffs.retire(caller(), tariff.code(), tariff.version(), !tariff.retired()));
                            } catch (StaleVersionException stale) {
                                Notices.refused(getTranslation(stale.code().messageKey()));
                            }
                            grid.setItems(tariffs.all());
                        })
                .with(new Paragraph(getTranslation(ask + ".about")));
        dialog.open();
    }

    private void saved(Tariff tariff) {
        Notices.done(getTranslation("admin.tariffs.saved", tariff.name(getLocale())));
    }

    private Caller caller() {
        return authentication.getAuthenticatedUser(Caller.class).orElseThrow();
    }

    private static void open(QueryParameters parameters) {
        UI.getCurrent().navigate("admin/tariffs", parameters);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.tariffs.menu");
    }
}
