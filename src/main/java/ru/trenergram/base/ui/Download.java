package ru.trenergram.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.export.ExportFormat;

/** A link to a file that is written when it is followed; whether it may be had is checked then. */
public class Download extends Anchor {

    /** Writes the file, or throws what forbids it before anything is written. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** The content of a file that can be had in every format. */
    @FunctionalInterface
    public interface FormattedContent {
        void write(ExportFormat format, OutputStream out) throws IOException;
    }

    public Download(String text, ExportFormat format, String fileName, Content content) {
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

    /**
     * A link for each format.
     *
     * @param what is in it, in Latin letters, for the file's name
     */
    public static Download[] inEachFormat(String what, FormattedContent content) {
        return Arrays.stream(ExportFormat.values())
                .map(format -> {
                    var download = new Download(
                            format.name(), format, format.fileName(what), out -> content.write(format, out));
                    download.addClassNames("button", "quiet");
                    download.setAriaLabel(download.getTranslation("panel.download", format.name()));
                    return download;
                })
                .toArray(Download[]::new);
    }
}
