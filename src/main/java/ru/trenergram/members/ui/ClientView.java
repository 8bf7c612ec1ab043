package ru.trenergram.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ru.trenergram.base.Formats;
import ru.trenergram.base.StaleVersionException;
import ru.trenergram.base.ui.KeyPages;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.members.Member;
import ru.trenergram.members.MemberCards;
import ru.trenergram.members.MemberCards.Visit;
import ru.trenergram.members.MemberFilter;
import ru.trenergram.members.MemberList;
import ru.trenergram.members.MemberMerging;
import ru.trenergram.members.Members;
import ru.trenergram.security.Caller;

/** A client of the club; which part of the card is open stands in the address. */
@Route("club/:clubId([0-9]{1,18})/clients/:memberId([0-9]{1,18})")
@PermitAll
class ClientView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String TAB = "tab";

    private final transient StaffMembers staff;
    private final transient Members members;
    private final transient MemberList list;
    private final transient MemberCards cards;
    private final transient MemberMerging merging;
    private final transient Clock clock;
    private final transient AuthenticationContext authentication;
    private String title = "";

    ClientView(
            StaffMembers staff,
            Members members,
            MemberList list,
            MemberCards cards,
            MemberMerging merging,
            Clock clock,
            AuthenticationContext authentication) {
        this.staff = staff;
        this.members = members;
        this.list = list;
        this.cards = cards;
        this.merging = merging;
        this.clock = clock;
        this.authentication = authentication;
        addClassNames("list", "person");
    }

    private enum Part {
        DATA,
        VISITS,
        BALANCES,
        HISTORY;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long staffId =
                authentication.getAuthenticatedUser(Caller.class).orElseThrow().userId();
        long clubId = event.getRouteParameters().getLong("clubId").orElseThrow();
        long memberId = event.getRouteParameters().getLong("memberId").orElseThrow();
        Membership membership = staff.panelMembership(staffId, clubId);
        Part part = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(TAB)
                .flatMap(key -> parts(membership).stream()
                        .filter(it -> it.key().equals(key))
                        .findFirst())
                .orElse(Part.DATA);
        show(staffId, membership, memberId, part);
    }

    /** Balances are not for everybody. */
    private static List<Part> parts(Membership membership) {
        return Stream.of(Part.values())
                .filter(part -> part != Part.BALANCES || membership.role().seesBalances())
                .toList();
    }

    private void show(long staffId, Membership membership, long memberId, Part part) {
        Member member = members.get(staffId, membership.club().id(), memberId);
        title = member.name() + " · " + membership.club().name();
        removeAll();
        add(head(membership, member));
        if (membership.role().managesClients()) {
            add(doubles(staffId, membership, member));
        }
        add(tabs(membership, member, part), content(staffId, membership, member, part));
    }

    private Component head(Membership membership, Member member) {
        var back = new Anchor("/" + ClientAddress.list(membership.club().id()), getTranslation("people.clients.title"));
        back.addClassName("back");
        String source = getTranslation(
                "people.source." + member.source().name().toLowerCase(Locale.ROOT),
                Formats.date(date(member.createdAt(), membership), getLocale()));
        String bot = getTranslation(member.userId() == null ? "people.telegram.no" : "people.telegram.yes");
        var head = new Div(new Div(back, new H1(member.name()), new Paragraph(source + " · " + bot)));
        head.addClassName("list-head");
        return head;
    }

    private Component doubles(long staffId, Membership membership, Member member) {
        var doubles = new Div();
        long clubId = membership.club().id();
        merging.doubles(staffId, clubId, member.id()).forEach(other -> {
            var compare = new Button(
                    getTranslation("people.merge.compare"), click -> compare(staffId, membership, member, other));
            var hint = new Div(new Span(getTranslation("people.merge.hint", other.name())), compare);
            hint.addClassName("hint");
            doubles.add(hint);
        });
        var another = new Button(
                getTranslation("people.merge.other"),
                click -> new OtherRecordDialog(
                                member,
                                (text, limit) -> list.page(staffId, clubId, MemberFilter.text(text), null, limit),
                                other -> compare(staffId, membership, member, other))
                        .open());
        another.addThemeVariants(ButtonVariant.TERTIARY);
        doubles.add(another);
        return doubles;
    }

    private void compare(long staffId, Membership membership, Member member, Member other) {
        long clubId = membership.club().id();
        new MergingDialog(
                        merging.preview(staffId, clubId, member.id(), other.id()),
                        preview -> merging.merge(staffId, clubId, preview),
                        () -> show(staffId, membership, member.id(), Part.DATA))
                .open();
    }

    private Component tabs(Membership membership, Member member, Part current) {
        var tabs = new Tabs();
        List<Part> parts = parts(membership);
        parts.forEach(part -> tabs.add(new Tab(getTranslation("people.tab." + part.key()))));
        tabs.setSelectedIndex(parts.indexOf(current));
        tabs.addSelectedChangeListener(change -> UI.getCurrent()
                .navigate(
                        ClientAddress.card(membership.club().id(), member.id()),
                        QueryParameters.of(
                                TAB, parts.get(tabs.getSelectedIndex()).key())));
        return tabs;
    }

    private Component content(long staffId, Membership membership, Member member, Part part) {
        long clubId = membership.club().id();
        return switch (part) {
            case DATA -> data(staffId, membership, member);
            case VISITS ->
                new VisitGrid(
                        new KeyPages<Visit>((after, limit) -> cards.visits(staffId, clubId, member.id(), after, limit)),
                        membership.club().timezone());
            case BALANCES -> new BalanceList(cards.balances(staffId, clubId, member.id()));
            case HISTORY ->
                new HistoryList(
                        cards.history(staffId, clubId, member.id(), HistoryList.SHOWN),
                        membership.club().timezone());
        };
    }

    private Component data(long staffId, Membership membership, Member member) {
        long clubId = membership.club().id();
        var consent = new Section(getTranslation("people.consent"));
        if (!membership.role().managesClients()) {
            consent.add(new ConsentPanel(member, membership.club().timezone(), null));
            return new Div(new Section(getTranslation("people.details"), facts(member)), consent);
        }
        var form = new ClientForm(
                member,
                list.tags(staffId, clubId),
                date(clock.instant(), membership),
                (version, typed) -> members.change(staffId, clubId, member.id(), version, typed));
        showConsent(staffId, membership, member, form, consent);
        return new Div(new Section(getTranslation("people.details"), form), consent);
    }

    /** What is typed in the form meanwhile stays as it is. */
    private void showConsent(long staffId, Membership membership, Member member, ClientForm form, Section consent) {
        long clubId = membership.club().id();
        consent.getChildren().filter(ConsentPanel.class::isInstance).toList().forEach(consent::remove);
        consent.add(new ConsentPanel(member, membership.club().timezone(), given -> {
            int seen = Math.max(form.version(), member.version());
            Member now;
            try {
                now = members.recordConsent(staffId, clubId, member.id(), seen, given);
                if (form.version() == seen) {
                    form.sees(now.version());
                }
                Notices.done(getTranslation("people.saved.done"));
            } catch (StaleVersionException overtaken) {
                now = (Member) overtaken.current();
                Notices.refused(getTranslation("people.stale"));
            }
            showConsent(staffId, membership, now, form, consent);
        }));
    }

    private Component facts(Member member) {
        return new Facts()
                .with(getTranslation("people.phone"), member.phone() == null ? null : Formats.phone(member.phone()))
                .with(
                        getTranslation("people.birthday"),
                        member.birthday() == null ? null : Formats.date(member.birthday(), getLocale()))
                .with(getTranslation("people.tags"), String.join(", ", member.tags()))
                .with(getTranslation("people.note"), member.note());
    }

    private static LocalDate date(Instant at, Membership membership) {
        return LocalDate.ofInstant(at, membership.club().timezone());
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
