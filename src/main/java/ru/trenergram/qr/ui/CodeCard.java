package ru.trenergram.qr.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import ru.trenergram.base.DomainException;
import ru.trenergram.qr.ClubQrCode;
import ru.trenergram.qr.QrSheets.Form;

/** One code: what to print, and for whoever may, its name and its switch. */
class CodeCard extends Div {

    CodeCard(
            ClubQrCode code,
            boolean mayChange,
            SerializableFunction<Form, byte[]> file,
            SerializableRunnable rename,
            SerializableRunnable switchOver) {
        addClassName("card");
        add(new H2(code.name() == null ? getTranslation("qr.panel.own") : code.name()), new Paragraph(code.url()));
        if (!code.active()) {
            add(new Paragraph(getTranslation("qr.panel.is-off")));
        }
        if (!mayChange) {
            return;
        }
        var actions = new Div();
        actions.addClassName("toolbar");
        actions.add(
                download(code, Form.POSTER, "qr.panel.poster", file),
                download(code, Form.CARDS, "qr.panel.cards", file),
                download(code, Form.PNG, "qr.panel.png", file),
                download(code, Form.SVG, "qr.panel.svg", file));
        if (code.name() != null) {
            actions.add(
                    quiet(getTranslation("qr.panel.rename"), rename),
                    quiet(getTranslation(code.active() ? "qr.panel.switch-off" : "qr.panel.switch-on"), switchOver));
        }
        add(actions);
    }

    private Anchor download(ClubQrCode code, Form form, String key, SerializableFunction<Form, byte[]> file) {
        var link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    try {
                        byte[] bytes = file.apply(form);
                        return new DownloadResponse(
                                new ByteArrayInputStream(bytes),
                                form.fileName(code.id()),
                                form.mediaType(),
                                bytes.length);
                    } catch (DomainException refusal) {
                        return DownloadResponse.error(refusal.code().status());
                    }
                }),
                getTranslation(key));
        link.getElement().setAttribute("download", form.fileName(code.id()));
        link.addClassNames("button", "quiet");
        return link;
    }

    private static Button quiet(String text, SerializableRunnable action) {
        var button = new Button(text, click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }
}
