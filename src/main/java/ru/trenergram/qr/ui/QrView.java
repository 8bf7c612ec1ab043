package ru.trenergram.qr.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.StaleVersionException;
import ru.trenergram.base.ui.Choices;
import ru.trenergram.base.ui.ClubMenu;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.qr.ClubQrCode;
import ru.trenergram.qr.ClubQrCodes;
import ru.trenergram.qr.QrSheets;
import ru.trenergram.security.Caller;

/** A club's codes, what they bring, and sheets to print. The chosen code and the period stand in the address. */
@Route("club/:clubId([0-9]{1,18})/qr")
@ClubMenu(title = "qr.panel.menu", icon = LineIcon.QR, order = 50)
@PermitAll
class QrView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final List<Integer> PERIODS = List.of(30, 90, 365);

    private final transient ClubQrCodes codes;
    private final transient QrSheets sheets;
    private final transient StaffMembers staff;
    private final transient Clock clock;
    private final transient AuthenticationContext authentication;
    private long staffId;
    private long clubId;
    private int days;
    private String title = "";

    QrView(ClubQrCodes codes, QrSheets sheets, StaffMembers staff, Clock clock, AuthenticationContext authentication) {
        this.codes = codes;
        this.sheets = sheets;
        this.staff = staff;
        this.clock = clock;
        this.authentication = authentication;
        addClassNames("list", "scrolled");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        staffId =
                authentication.getAuthenticatedUser(Caller.class).orElseThrow().userId();
        clubId = event.getRouteParameters().getLong("clubId").orElseThrow();
        days = parameter(event.getLocation(), "days")
                .flatMap(text -> PERIODS.stream()
                        .filter(period -> period.toString().equals(text))
                        .findFirst())
                .orElse(PERIODS.getFirst());
        show(parameter(event.getLocation(), "code").orElse(""));
    }

    private void show(String chosen) {
        Membership me = staff.panelMembership(staffId, clubId);
        List<ClubQrCode> all = codes.list(staffId, clubId);
        boolean mayChange = me.role().handsOutCodes();
        title = getTranslation("qr.panel.menu") + " · " + me.club().name();
        var head = new Div(
                new Div(new H1(getTranslation("qr.panel.menu")), new Paragraph(getTranslation("qr.panel.about"))));
        head.addClassName("list-head");
        if (mayChange) {
            var add = new Button(getTranslation("qr.panel.add"), click -> name(null));
            add.addThemeVariants(ButtonVariant.PRIMARY);
            head.add(add);
        }
        removeAll();
        add(head);
        if (all.isEmpty()) {
            add(new Paragraph(getTranslation("qr.panel.empty")));
            return;
        }
        ClubQrCode code = all.stream()
                .filter(it -> Long.toString(it.id()).equals(chosen))
                .findFirst()
                .orElse(all.getFirst());
        add(new QrGrid(all, code, me.club().timezone(), other -> open(other.id(), days)));
        Locale language = getLocale(); // a download has no page to ask
        add(new CodeCard(
                code,
                mayChange,
                form -> sheets.make(staffId, clubId, code.id(), form, language),
                () -> name(code),
                () -> switchOver(code)));
        LocalDate today = LocalDate.ofInstant(clock.instant(), me.club().timezone());
        LocalDate from = today.minusDays(days - 1L);
        add(
                new Choices<>(
                        getTranslation("reports.period"),
                        PERIODS,
                        period -> getTranslation("reports.period." + period),
                        days,
                        period -> open(code.id(), period)),
                new CodePlots(all, codes.days(staffId, clubId, from, today), from, today));
    }

    private void open(long codeId, int period) {
        UI.getCurrent()
                .navigate(
                        "club/" + clubId + "/qr",
                        QueryParameters.simple(
                                Map.of("code", Long.toString(codeId), "days", Integer.toString(period))));
    }

    private void name(@Nullable ClubQrCode code) {
        String present = code == null || code.name() == null ? "" : code.name();
        new NameDialog(getTranslation(code == null ? "qr.panel.add" : "qr.panel.rename"), present, name -> {
                    if (code == null) {
                        open(codes.add(staffId, clubId, name), days);
                    } else {
                        rename(code.id(), present, name);
                        show(Long.toString(code.id()));
                    }
                })
                .open();
    }

    private void rename(long codeId, String present, String name) {
        try {
            codes.rename(staffId, clubId, codeId, present, name);
        } catch (StaleVersionException overtaken) {
            Notices.refused(getTranslation(overtaken.code().messageKey()));
        }
    }

    /** Nothing is lost by it, and the same press takes it back. */
    private void switchOver(ClubQrCode code) {
        try {
            codes.switchTo(staffId, clubId, code.id(), !code.active());
            Notices.done(getTranslation(code.active() ? "qr.panel.switched-off" : "qr.panel.switched-on"));
        } catch (DomainException refusal) {
            Notices.refused(getTranslation(refusal.code().messageKey(), refusal.arguments()));
        }
        show(Long.toString(code.id()));
    }

    private static Optional<String> parameter(Location location, String name) {
        return location.getQueryParameters().getSingleParameter(name);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
