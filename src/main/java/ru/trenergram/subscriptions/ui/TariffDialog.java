package ru.trenergram.subscriptions.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import ru.trenergram.base.Formats;
import ru.trenergram.subscriptions.TariffPreview;

/** What a change of tariff will mean, and the button that makes it; or who is too many for it, and no button. */
class TariffDialog extends FormDialog {

    TariffDialog(TariffPreview preview, SerializableRunnable change) {
        super(title(preview), I18NProvider.translate("subscription.change.verb"), change);
        var tariff = preview.tariff();
        with(new Paragraph(Words.perMonth(tariff, getLocale()) + " · " + Words.limit(tariff)));
        if (!preview.isAllowed()) {
            with(
                    new Paragraph(getTranslation(
                            "subscription.change.over",
                            preview.trainers(),
                            tariff.trainerLimit().orElseThrow())),
                    names(preview.over()));
            withoutDeed();
            return;
        }
        with(new Paragraph(when(preview)));
        if (!preview.frozenNow().isEmpty()) {
            boolean thawed = preview.frozenThen().isEmpty();
            with(
                    new Paragraph(
                            getTranslation(thawed ? "subscription.change.thawed" : "subscription.change.still-frozen")),
                    names(preview.frozenNow()));
        }
        with(new Paragraph(getTranslation("subscription.change.price-kept")));
    }

    private static String title(TariffPreview preview) {
        return I18NProvider.translate(
                "subscription.change.title",
                preview.tariff().name(UI.getCurrent().getLocale()));
    }

    private String when(TariffPreview preview) {
        if (!preview.atOnce()) {
            return getTranslation(
                    "subscription.change.when-paid",
                    Formats.money(preview.tariff().price(), getLocale()));
        }
        if (preview.paidUntilNow() == null) {
            return getTranslation("subscription.change.at-once");
        }
        String before = Words.day(preview.paidUntilNow(), getLocale());
        return preview.paidUntilThen() == null
                ? getTranslation("subscription.change.lost", before)
                : getTranslation(
                        "subscription.change.converted", before, Words.day(preview.paidUntilThen(), getLocale()));
    }

    private static UnorderedList names(List<String> names) {
        return new UnorderedList(names.stream().map(ListItem::new).toArray(ListItem[]::new));
    }
}
