package ru.trenergram.members.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.export.ExportFormat;
import ru.trenergram.base.ui.Download;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.members.ImportField;
import ru.trenergram.members.ImportOutcome.Kind;
import ru.trenergram.members.ImportReport;
import ru.trenergram.members.MemberImport;
import ru.trenergram.members.MemberImport.Preview;
import ru.trenergram.members.MemberImport.State;
import ru.trenergram.members.MemberImports;
import ru.trenergram.security.Caller;

/**
 * A list of clients on its way into the records: uploaded, looked at, applied, done. Which one stands in the address, so
 * that one may leave and come back while it runs.
 */
@Route("club/:clubId([0-9]{1,18})/clients/import/:importId?([0-9]{1,18})")
@PermitAll
class ClientImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int ASKED_EVERY_MS = 1_000;

    private final transient StaffMembers staff;
    private final transient MemberImports imports;
    private final transient ImportReport report;
    private final transient AuthenticationContext authentication;
    private String title = "";
    private @Nullable Registration polling;
    private boolean running;
    private long staffId;
    private long clubId;
    private @Nullable Long importId;

    ClientImportView(
            StaffMembers staff, MemberImports imports, ImportReport report, AuthenticationContext authentication) {
        this.staff = staff;
        this.imports = imports;
        this.report = report;
        this.authentication = authentication;
        addClassNames("list", "person");
    }

    static String address(long clubId) {
        return ClientAddress.list(clubId) + "/import";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        staffId =
                authentication.getAuthenticatedUser(Caller.class).orElseThrow().userId();
        clubId = event.getRouteParameters().getLong("clubId").orElseThrow();
        importId = event.getRouteParameters().getLong("importId").orElse(null);
        Membership membership = staff.panelMembership(staffId, clubId);
        if (!membership.role().managesClients()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        title = getTranslation("people.import.title") + " · "
                + membership.club().name();
        show();
    }

    private void show() {
        removeAll();
        running = false;
        var back = new Anchor("/" + ClientAddress.list(clubId), getTranslation("people.clients.title"));
        back.addClassName("back");
        add(new Div(back, new H1(getTranslation("people.import.title"))));
        if (importId == null) {
            add(new ImportUpload(this::upload), new RecentImports(clubId, imports.recent(staffId, clubId)));
        } else {
            show(imports.get(staffId, clubId, importId));
        }
        getUI().ifPresent(this::poll);
    }

    private void show(MemberImport now) {
        running = now.state() == State.RUNNING;
        add(new Paragraph(getTranslation("people.import.file", now.fileName(), now.total())));
        switch (now.state()) {
            case DRAFT -> showDraft(now);
            case RUNNING -> add(progress(now));
            case DONE -> add(done(now));
        }
    }

    /** It arrives beside the page's own requests, where nothing can be navigated: the browser goes there itself. */
    private void upload(String fileName, byte[] content) {
        long id = imports.upload(staffId, clubId, fileName, content);
        UI.getCurrent().getPage().setLocation("/" + address(clubId) + "/" + id);
    }

    private void showDraft(MemberImport draft) {
        var columns = new ImportColumns(draft.headings(), draft.fields(), fields -> choose(draft, fields));
        add(new Section(getTranslation("people.import.columns"), columns)
                .note(getTranslation("people.import.columns.how")));
        Preview preview = imports.preview(staffId, clubId, draft.id());
        var start = new Button(getTranslation("people.import.start"), click -> start(draft));
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.setDisableOnClick(true);
        start.setEnabled(draft.fields().contains(Optional.of(ImportField.NAME))
                && draft.fields().contains(Optional.of(ImportField.PHONE)));
        var discard = new Button(getTranslation("people.import.discard"), click -> discard(draft));
        var actions = new Div(start, discard);
        actions.addClassName("form-line");
        if (!start.isEnabled()) {
            add(new Paragraph(getTranslation("people.import.needs")));
        }
        add(
                new Section(getTranslation("people.import.preview"), figures(draft.total(), preview))
                        .note(getTranslation("people.import.rule")),
                actions,
                new ImportLineGrid(preview.lines(), draft));
    }

    private Component figures(int total, Preview preview) {
        var figures = new Div();
        figures.addClassName("counts");
        for (Kind kind : Kind.values()) {
            figures.add(figure(kind, preview.counts().getOrDefault(kind, 0)));
        }
        return figures;
    }

    private Figure figure(Kind kind, int count) {
        return new Figure(Integer.toString(count), getTranslation("people.import.kind." + key(kind)));
    }

    private void choose(MemberImport draft, List<Optional<ImportField>> fields) {
        asDraft(() -> {
            imports.chooseFields(staffId, clubId, draft.id(), fields);
            show();
        });
    }

    private void start(MemberImport draft) {
        asDraft(() -> {
            imports.start(staffId, clubId, draft.id());
            show();
        });
    }

    /** Somebody else may have started it meanwhile. */
    private void asDraft(Runnable deed) {
        try {
            deed.run();
        } catch (DomainException refusal) {
            if (refusal.code() != ErrorCode.INVALID_TRANSITION) {
                throw refusal;
            }
            Notices.refused(getTranslation("people.import.started-already"));
            show();
        }
    }

    private void discard(MemberImport draft) {
        asDraft(() -> {
            imports.discard(staffId, clubId, draft.id());
            UI.getCurrent().navigate(address(clubId));
        });
    }

    private Component progress(MemberImport now) {
        var bar = new ProgressBar(0, now.total(), now.applied());
        bar.getElement().setAttribute("aria-label", getTranslation("people.import.running"));
        return new Section(
                getTranslation("people.import.running"),
                bar,
                new Paragraph(getTranslation("people.import.progress", now.applied(), now.total())),
                new Paragraph(getTranslation("people.import.leave")));
    }

    private Component done(MemberImport now) {
        var figures = new Div();
        figures.addClassName("counts");
        for (Kind kind : Kind.values()) {
            figures.add(figure(kind, now.count(kind)));
        }
        var clients = new Anchor("/" + ClientAddress.list(clubId), getTranslation("people.import.to-clients"));
        clients.addClassName("button");
        var actions = new Div(clients);
        actions.addClassName("form-line");
        var done = new Section(getTranslation("people.import.done"), figures, actions);
        if (now.count(Kind.CONFLICT) + now.count(Kind.WRONG) > 0) {
            var download = new Download(
                    getTranslation("people.import.report"),
                    ExportFormat.CSV,
                    ExportFormat.CSV.fileName("import-" + now.id()),
                    out -> report.write(staffId, clubId, now.id(), getLocale(), out));
            actions.add(download);
            done.add(new ImportLineGrid(imports.leftOut(staffId, clubId, now.id(), 0, ImportLineGrid.SHOWN), now));
        }
        return done;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        poll(event.getUI());
    }

    /** Asks how far it is, as long as it was running when it was shown last and somebody looks. */
    private void poll(UI ui) {
        if (!running) {
            stopPolling(ui);
        } else if (polling == null) {
            ui.setPollInterval(ASKED_EVERY_MS);
            polling = ui.addPollListener(asked -> show());
        }
    }

    private void stopPolling(UI ui) {
        if (polling != null) {
            ui.setPollInterval(-1);
            polling.remove();
            polling = null;
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopPolling(event.getUI());
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
