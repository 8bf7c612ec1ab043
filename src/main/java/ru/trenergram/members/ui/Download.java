package ru.trenergram.members.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import java.io.IOException;
import java.io.OutputStream;
import ru.trenergram.analytics.ExportFormat;
import ru.trenergram.base.DomainException;

/** A link to a file that is written when it is followed; whether it may be had is checked then. */
class Download extends Anchor {

    /** Writes the file, or throws what forbids it before anything is written. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    Download(String text, ExportFormat format, String fileName, Content content) {
        super(
                event -> {
                    event.setFileName(fileName);
                    event.setContentType(format.mediaType());
                    try {
                        content.write(event.getOutputStream());
                    } catch (DomainException refusal) {
                        event.getResponse()
                                .sendError(
                                        refusal.code().status(), refusal.code().code());
                    }
                },
                AttachmentType.DOWNLOAD,
                text);
    }
}
