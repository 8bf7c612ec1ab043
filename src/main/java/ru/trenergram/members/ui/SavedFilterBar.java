package ru.trenergram.members.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.members.SavedFilters;
import ru.trenergram.members.SavedFilters.SavedFilter;

/** The filters that somebody has saved, as links; the one that is set can be forgotten, another one kept. */
class SavedFilterBar extends Div {

    private final transient SavedFilters filters;
    private final long staffId;
    private final long clubId;
    private final String current;

    /** @param current the filter in the address; empty when none is set */
    SavedFilterBar(SavedFilters filters, long staffId, long clubId, String current) {
        this.filters = filters;
        this.staffId = staffId;
        this.clubId = clubId;
        this.current = current;
        addClassName("saved-filters");
        show();
    }

    private void show() {
        removeAll();
        List<SavedFilter> saved = filters.all(staffId, clubId);
        if (!saved.isEmpty()) {
            add(new Span(getTranslation("people.saved")));
        }
        saved.forEach(filter -> add(link(filter)));
        saved.stream()
                .filter(filter -> filter.query().equals(current))
                .findFirst()
                .ifPresentOrElse(filter -> add(forget(filter)), this::offerToSave);
    }

    private Anchor link(SavedFilter filter) {
        var link = new Anchor("/" + ClientAddress.list(clubId) + "?" + filter.query(), filter.name());
        link.addClassName("chip");
        if (filter.query().equals(current)) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }

    private Button forget(SavedFilter filter) {
        var forget = new Button(getTranslation("people.saved.forget", filter.name()), click -> {
            filters.delete(staffId, clubId, filter.name());
            Notices.done(getTranslation("people.saved.forgotten", filter.name()));
            show();
        });
        forget.addThemeVariants(ButtonVariant.TERTIARY);
        return forget;
    }

    private void offerToSave() {
        if (!current.isEmpty()) {
            var save = new Button(getTranslation("people.saved.save"), click -> ask());
            save.addThemeVariants(ButtonVariant.TERTIARY);
            add(save);
        }
    }

    private void ask() {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("people.saved.save"));
        var name = new TextField(getTranslation("people.saved.name"));
        name.setMaxLength(SavedFilters.MAX_NAME);
        name.setWidthFull();
        name.focus();
        dialog.add(name);
        var save = new Button(getTranslation("people.save"), click -> {
            try {
                filters.save(staffId, clubId, name.getValue(), current);
                dialog.close();
                show();
            } catch (DomainException refusal) {
                FieldErrors.show(refusal, field -> name);
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("people.cancel"), click -> dialog.close()), save);
        dialog.open();
    }
}
