package ru.trenergram.clubs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.streams.InMemoryUploadHandler;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.base.ui.Uploads;
import ru.trenergram.clubs.ClubPhotos;

/** The club's photo, to be changed or taken away. */
class PhotoField extends Div {

    private final boolean mayChange;
    private final transient SerializableFunction<byte[], @Nullable String> change;
    private final SerializableRunnable remove;
    private @Nullable String address;

    /** @param change gives the new address */
    PhotoField(
            @Nullable String address,
            boolean mayChange,
            SerializableFunction<byte[], @Nullable String> change,
            SerializableRunnable remove) {
        this.address = address;
        this.mayChange = mayChange;
        this.change = change;
        this.remove = remove;
        addClassName("photo");
        show();
    }

    private void show() {
        removeAll();
        if (address == null) {
            var none = new Span(getTranslation("club.photo.none"));
            none.addClassName("none");
            add(none);
        } else {
            add(new Image(address, getTranslation("club.photo")));
        }
        if (mayChange) {
            add(upload());
            if (address != null) {
                var away = new Button(getTranslation("club.photo.remove"), click -> {
                    remove.run();
                    address = null;
                    show();
                });
                away.addThemeVariants(ButtonVariant.TERTIARY);
                add(away);
            }
        }
    }

    private Upload upload() {
        var upload = Uploads.ofOneFile(new InMemoryUploadHandler((file, bytes) -> uploaded(bytes)) {
            @Override
            public long getRequestSizeMax() {
                return ClubPhotos.MAX_BYTES * 2L;
            }

            @Override
            public long getFileSizeMax() {
                return ClubPhotos.MAX_BYTES;
            }
        });
        upload.setAcceptedFileTypes("image/jpeg", "image/png");
        upload.setMaxFileSize(ClubPhotos.MAX_BYTES);
        upload.setDropAllowed(false);
        upload.setUploadButton(new Button(getTranslation("club.photo.choose")));
        upload.addFileRejectedListener(rejected -> Notices.refused(getTranslation("field.photo")));
        return upload;
    }

    void uploaded(byte[] bytes) {
        try {
            address = change.apply(bytes);
            Notices.done(getTranslation("club.saved"));
        } catch (DomainException refusal) {
            Notices.refused(
                    refusal.errors().isEmpty()
                            ? I18NProvider.translate(refusal.code().messageKey())
                            : getTranslation("field.photo"));
        }
        show();
    }
}
