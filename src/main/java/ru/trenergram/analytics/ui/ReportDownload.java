package ru.trenergram.analytics.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import ru.trenergram.analytics.ExportFormat;
import ru.trenergram.base.DomainException;

/** A link to a file that is made when it is followed; whether it may be had is checked then. */
class ReportDownload extends Anchor {

    ReportDownload(ExportFormat format, String fileName, SerializableSupplier<Path> file) {
        setText(format.name());
        setHref(DownloadHandler.fromInputStream(event -> download(format, fileName, file)));
        getElement().setAttribute("download", fileName);
        addClassNames("button", "quiet");
        setAriaLabel(getTranslation("reports.download", format.name()));
    }

    private static DownloadResponse download(ExportFormat format, String fileName, SerializableSupplier<Path> file) {
        try {
            Path made = file.get();
            long size = Files.size(made); // on Linux it has no name any more once it is open
            return new DownloadResponse(
                    Files.newInputStream(made, StandardOpenOption.DELETE_ON_CLOSE), fileName, format.mediaType(), size);
        } catch (DomainException refusal) {
            return DownloadResponse.error(refusal.code().status());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
