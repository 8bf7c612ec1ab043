package ru.trenergram.platform.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Optional;
import ru.trenergram.platform.PeopleMerge;
import ru.trenergram.platform.PersonCard;
import ru.trenergram.security.Caller;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** Asks into which account another one of the same person goes, and says what that will do or what is in the way. */
final class MergeDialog extends Dialog {

    private final transient PeopleMerge merge;
    private final transient Users users;
    private final transient Caller caller;
    private final transient PersonCard from;
    private final Div preview = new Div();
    private final Button deed = new Button(getTranslation("platform.merge"));
    private transient Optional<UserInfo> into = Optional.empty();

    /** @param merged gets the id of the account that stays */
    MergeDialog(PeopleMerge merge, Users users, Caller caller, PersonCard from, SerializableConsumer<Long> merged) {
        this.merge = merge;
        this.users = users;
        this.caller = caller;
        this.from = from;
        setHeaderTitle(
                getTranslation("platform.merge.title", from.user().person().fullName()));
        setWidth("min(520px, calc(100vw - 32px))");

        var other = new TextField(getTranslation("platform.merge.into"));
        other.setWidthFull();
        other.setValueChangeMode(ValueChangeMode.LAZY);
        other.setAllowedCharPattern("[0-9]");
        other.addValueChangeListener(change -> preview(change.getValue()));
        deed.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        deed.setEnabled(false);
        deed.setDisableOnClick(true);
        deed.addClickListener(click -> into.ifPresent(stays -> {
            List<String> hindrances = merge.merge(caller, from.row().id(), stays.id());
            if (hindrances.isEmpty()) {
                close();
                merged.accept(stays.id());
            } else {
                hinder(hindrances);
            }
        }));
        var cancel = new Button(getTranslation("platform.ask.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.TERTIARY);
        add(new Paragraph(getTranslation("platform.merge.about")), other, preview);
        getFooter().add(cancel, deed);
    }

    private void preview(String telegramId) {
        preview.removeAll();
        deed.setEnabled(false);
        into = telegramId.matches("\\d{1,18}") ? users.find(Long.parseLong(telegramId)) : Optional.empty();
        into.ifPresentOrElse(
                stays -> {
                    List<String> hindrances =
                            merge.hindrances(caller, from.row().id(), stays.id());
                    if (hindrances.isEmpty()) {
                        preview.add(new Paragraph(getTranslation(
                                "platform.merge.what",
                                from.trainers().size(),
                                stays.person().fullName())));
                        preview.add(new Paragraph(getTranslation("platform.merge.then")));
                        deed.setEnabled(true);
                    } else {
                        hinder(hindrances);
                    }
                },
                () -> preview.add(new Paragraph(getTranslation("platform.merge.nobody"))));
    }

    private void hinder(List<String> hindrances) {
        deed.setEnabled(false);
        preview.removeAll();
        hindrances.forEach(word -> preview.add(new Paragraph(getTranslation("platform.merge.no." + word))));
    }
}
