package ru.trenergram.subscriptions.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Formats;
import ru.trenergram.base.StaleVersionException;
import ru.trenergram.base.ui.ClubMenu;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.security.Caller;
import ru.trenergram.subscriptions.ClubSubscription;
import ru.trenergram.subscriptions.Subscription;
import ru.trenergram.subscriptions.Subscriptions;
import ru.trenergram.subscriptions.TariffPreview;
import ru.trenergram.tariffs.Tariff;

/** What the club pays for: its tariff, what is used of it, until when it is paid, and the change to another one. */
@Route("club/:clubId([0-9]{1,18})/subscription")
@ClubMenu(title = "subscription.menu", icon = LineIcon.WALLET, order = 85, roles = "OWNER")
@PermitAll
class SubscriptionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** Names the tariff whose change is being looked at. */
    private static final String TARIFF = "tariff";

    private final transient Subscriptions subscriptions;
    private final transient AuthenticationContext authentication;
    private long ownerId;
    private String title = "";
    private @Nullable TariffDialog asked;

    SubscriptionView(Subscriptions subscriptions, AuthenticationContext authentication) {
        this.subscriptions = subscriptions;
        this.authentication = authentication;
        addClassName("parts");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ownerId =
                authentication.getAuthenticatedUser(Caller.class).orElseThrow().userId();
        long clubId = event.getRouteParameters().getLong("clubId").orElseThrow();
        ClubSubscription club = subscriptions.view(ownerId, clubId);
        show(club);
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(TARIFF)
                .filter(code -> club.offered().stream().anyMatch(tariff -> isChoice(club, tariff, code)))
                .ifPresent(code -> ask(club, subscriptions.preview(ownerId, clubId, code)));
    }

    private static boolean isChoice(ClubSubscription club, Tariff tariff, String code) {
        return tariff.code().equals(code) && !code.equals(club.tariff().code());
    }

    private void show(ClubSubscription club) {
        title = getTranslation("subscription.menu") + " · " + club.club().name();
        var head = new Div(new Div(new H1(getTranslation("subscription.menu")), new Paragraph(sentence(club))));
        head.addClassName("list-head");
        asked = null;
        removeAll();
        add(head, use(club), choice(club), history(club));
    }

    private String sentence(ClubSubscription club) {
        Subscription subscription = club.subscription();
        String paidUntil = Words.day(subscription.paidUntil(), getLocale());
        return switch (club.state()) {
            case FREE -> getTranslation("subscription.now.free");
            case UNPAID -> getTranslation("subscription.now.unpaid");
            case PAID ->
                getTranslation(
                        "subscription.now.paid",
                        paidUntil,
                        ChronoUnit.DAYS.between(club.today(), Objects.requireNonNull(subscription.paidUntil())));
            case GRACE ->
                getTranslation("subscription.now.grace", paidUntil, Words.day(subscription.graceUntil(), getLocale()));
            case EXPIRED -> getTranslation("subscription.now.expired", paidUntil);
        };
    }

    private Part use(ClubSubscription club) {
        Subscription subscription = club.subscription();
        var part = new Part(getTranslation("subscription.use"))
                .fact(
                        getTranslation("subscription.tariff"),
                        new Span(club.tariff().name(getLocale())),
                        Words.badge(club.state()))
                .fact(getTranslation("subscription.price"), price(subscription));
        if (subscription.paidUntil() != null) {
            part.fact(getTranslation("subscription.paid-until"), Words.day(subscription.paidUntil(), getLocale()));
        }
        if (!club.inForce().code().equals(club.tariff().code())) {
            part.fact(getTranslation("subscription.in-force"), club.inForce().name(getLocale()));
        }
        Integer limit = club.inForce().terms().trainerLimit();
        part.fact(getTranslation("subscription.trainers"), Words.used(club.trainers(), limit));
        if (limit != null) {
            var bar = new ProgressBar(0, limit, Math.min(club.trainers(), limit));
            bar.getElement().setAttribute("aria-label", getTranslation("subscription.trainers"));
            part.add(bar);
        }
        if (!club.frozen().isEmpty()) {
            part.fact(getTranslation("subscription.frozen"), String.join(", ", club.frozen()));
            part.add(new Paragraph(getTranslation("subscription.frozen.why")));
        }
        if (subscription.price().amount() > 0) {
            part.add(new Paragraph(getTranslation("subscription.how-to-pay")));
        }
        return part;
    }

    private String price(Subscription subscription) {
        return getTranslation("subscription.per-month", Formats.money(subscription.price(), getLocale()));
    }

    private Part choice(ClubSubscription club) {
        var cards = new Div();
        cards.addClassName("tariffs");
        for (Tariff tariff : club.offered()) {
            boolean current = tariff.code().equals(club.tariff().code());
            var card = new Div(
                    new H3(tariff.name(getLocale())),
                    new Span(current ? price(club.subscription()) : Words.perMonth(tariff, getLocale())),
                    new Span(Words.limit(tariff)));
            card.addClassName("tariff");
            if (current) {
                card.addClassName("current");
                card.add(new Span(getTranslation("subscription.current")));
            } else {
                var choose = new Button(
                        getTranslation("subscription.choose"),
                        click -> open(club, QueryParameters.of(TARIFF, tariff.code())));
                choose.setAriaLabel(getTranslation("subscription.choose.named", tariff.name(getLocale())));
                card.add(choose);
            }
            cards.add(card);
        }
        var part = new Part(getTranslation("subscription.change"));
        part.add(cards);
        return part;
    }

    private Part history(ClubSubscription club) {
        var part = new Part(getTranslation("subscription.history"));
        if (club.entries().isEmpty()) {
            part.add(new Paragraph(getTranslation("subscription.history.empty")));
        } else {
            part.add(new EntryGrid(getLocale(), club.club().timezone(), club.entries(), null));
        }
        return part;
    }

    private void ask(ClubSubscription club, TariffPreview preview) {
        var dialog = new TariffDialog(preview, () -> change(club, preview.tariff()));
        asked = dialog;
        dialog.addOpenedChangeListener(opened -> {
            if (!opened.isOpened() && asked == dialog) {
                open(club, QueryParameters.empty());
            }
        });
        add(dialog);
        dialog.open();
    }

    private void change(ClubSubscription club, Tariff tariff) {
        try {
            subscriptions.change(
                    ownerId,
                    club.club().id(),
                    tariff.code(),
                    club.subscription().version());
            Notices.done(getTranslation("subscription.changed", tariff.name(getLocale())));
        } catch (StaleVersionException stale) {
            Notices.refused(getTranslation("subscription.stale"));
        }
    }

    private static void open(ClubSubscription club, QueryParameters parameters) {
        UI.getCurrent().navigate("club/" + club.club().id() + "/subscription", parameters);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
