package ru.trenergram.analytics.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import ru.trenergram.analytics.ClubReport;
import ru.trenergram.analytics.ReportSubscription;
import ru.trenergram.analytics.ReportSubscription.Every;
import ru.trenergram.analytics.ReportSubscriptions;
import ru.trenergram.base.Formats;
import ru.trenergram.base.export.ExportFormat;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.base.ui.Once;

/** Which reports the staff bot sends one, and when. */
class SubscriptionDialog extends Dialog {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final transient ReportSubscriptions subscriptions;
    private final long staffId;
    private final long clubId;
    private final Div present = new Div();

    SubscriptionDialog(ReportSubscriptions subscriptions, long staffId, long clubId, ClubReport report) {
        this.subscriptions = subscriptions;
        this.staffId = staffId;
        this.clubId = clubId;
        setHeaderTitle(getTranslation("reports.subscribe"));
        setWidth("min(480px, 94vw)");

        var every = choice("reports.every", Every.values(), Every.WEEK);
        every.setItemLabelGenerator(it -> getTranslation(it.messageKey()));
        var format = choice("reports.format", ExportFormat.values(), ExportFormat.XLSX);
        var at = new TimePicker(getTranslation("reports.at"), MORNING);
        at.setLocale(Locale.of("ru"));
        at.setStep(Duration.ofMinutes(30));
        at.setHelperText(getTranslation("reports.at.zone"));
        var subscribe = new Button(getTranslation("reports.subscribe.do"));
        Once.on(subscribe, this, () -> {
            if (at.getValue() == null) {
                at.setErrorMessage(getTranslation("field.required"));
                at.setInvalid(true);
                return;
            }
            subscriptions.subscribe(staffId, clubId, report, every.getValue(), at.getValue(), format.getValue());
            Notices.done(getTranslation("reports.subscribed"));
            showPresent();
        });
        subscribe.addThemeVariants(ButtonVariant.PRIMARY);

        var form = new Div(
                new Paragraph(getTranslation("reports.subscribe.what", getTranslation(report.messageKey()))),
                every,
                at,
                format,
                subscribe,
                new H3(getTranslation("reports.subscriptions")),
                present);
        form.addClassName("form");
        present.addClassName("form");
        add(form);
        getFooter().add(new Button(getTranslation("club.close"), click -> close()));
        showPresent();
    }

    private <T> Select<T> choice(String label, T[] all, T first) {
        var choice = new Select<T>();
        choice.setLabel(getTranslation(label));
        choice.setItems(all);
        choice.setValue(first);
        return choice;
    }

    private void showPresent() {
        present.removeAll();
        List<ReportSubscription> all = subscriptions.list(staffId, clubId);
        if (all.isEmpty()) {
            present.add(new Paragraph(getTranslation("reports.subscriptions.none")));
        }
        all.forEach(subscription -> present.add(line(subscription)));
    }

    private Div line(ReportSubscription subscription) {
        String name = getTranslation(subscription.report().messageKey());
        var what = new Span(getTranslation(
                "reports.subscription",
                name,
                getTranslation(subscription.every().messageKey()),
                subscription.at(),
                subscription.format().name(),
                Formats.date(subscription.nextDay(), getLocale())));
        var end = new Button(getTranslation("reports.unsubscribe"), click -> {
            subscriptions.unsubscribe(staffId, subscription.id());
            showPresent();
        });
        end.addThemeVariants(ButtonVariant.TERTIARY);
        end.setAriaLabel(getTranslation("reports.unsubscribe") + ": " + name);
        var line = new Div(what, end);
        line.addClassName("row-card");
        return line;
    }
}
