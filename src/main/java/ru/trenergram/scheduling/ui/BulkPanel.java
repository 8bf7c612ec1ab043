package ru.trenergram.scheduling.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.clubs.Membership;
import ru.trenergram.scheduling.BulkCancellations;
import ru.trenergram.scheduling.BulkCancellations.Progress;
import ru.trenergram.scheduling.BulkCancellations.Refused;
import ru.trenergram.scheduling.ClubBooking;

/** Cancelling many bookings: what it will do, how far it is, and what could not be cancelled. */
class BulkPanel extends Div {

    private final transient BulkCancellations bulk;
    private final long staffId;
    private final Membership membership;
    private final SerializableRunnable changed;
    private @Nullable Progress shown;

    BulkPanel(BulkCancellations bulk, long staffId, Membership membership, SerializableRunnable changed) {
        this.bulk = bulk;
        this.staffId = staffId;
        this.membership = membership;
        this.changed = changed;
        addClassName("bulk");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** What is now. */
    void show() {
        Progress progress = bulk.progress(staffId, club()).orElse(null);
        if (java.util.Objects.equals(progress, shown)) {
            return;
        }
        shown = progress;
        removeAll();
        setVisible(progress != null);
        if (progress != null) {
            fill(progress);
        }
    }

    private void fill(Progress progress) {
        int refused = progress.refused().size();
        if (!progress.finished()) {
            var bar = new ProgressBar(0, progress.total(), progress.done());
            bar.getElement().setAttribute("aria-label", getTranslation("desk.bulk.title"));
            add(new Paragraph(getTranslation("desk.bulk.runs", progress.done(), progress.total())), bar);
        } else {
            add(new Paragraph(getTranslation("desk.bulk.done", progress.total() - refused, progress.total())));
        }
        if (refused > 0) {
            var names = new UnorderedList();
            progress.refused().forEach(one -> names.add(new ListItem(line(one))));
            add(new Paragraph(getTranslation("desk.bulk.refused")), names);
        }
        if (progress.finished()) {
            add(new Button(getTranslation("desk.bulk.acknowledge"), click -> {
                bulk.acknowledge(staffId, club(), progress.id());
                show();
            }));
        }
    }

    private String line(Refused one) {
        String when = DateTimeFormatter.ofPattern("d MMM, HH:mm", getLocale())
                .withZone(zone())
                .format(one.startsAt());
        return one.clientName() + ", " + when + ": " + getTranslation(one.code().messageKey());
    }

    /** @param some as they are on the page, those that can be cancelled at all */
    void ask(List<ClubBooking> some) {
        if (some.isEmpty()) {
            Notices.refused(getTranslation("desk.bulk.none"));
            return;
        }
        if (some.size() > BulkCancellations.MOST) {
            Notices.refused(getTranslation("desk.bulk.too-many", BulkCancellations.MOST));
            return;
        }
        var reason = new TextArea(getTranslation("desk.bulk.reason"));
        reason.setRequiredIndicatorVisible(true);
        var dialog =
                new ActDialog(getTranslation("desk.bulk.title"), getTranslation("desk.bulk.act", some.size()), zone());
        dialog.dangerous();
        dialog.explain(getTranslation(
                "desk.bulk.what",
                some.size(),
                some.stream().map(ClubBooking::clientId).distinct().count(),
                some.stream().map(ClubBooking::trainerId).distinct().count()));
        int charged = bulk.charged(staffId, club(), some);
        if (charged > 0) {
            dialog.explain(getTranslation("desk.bulk.charged", charged));
        }
        dialog.fields(reason);
        dialog.explain(getTranslation("desk.bulk.goes-on"));
        dialog.onAct(() -> {
            reason.setInvalid(reason.getValue().isBlank());
            bulk.start(staffId, club(), some, reason.getValue());
            changed.run();
        });
        dialog.open();
    }

    private long club() {
        return membership.club().id();
    }

    private ZoneId zone() {
        return membership.club().timezone();
    }
}
