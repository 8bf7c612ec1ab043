package ru.trenergram.base.ui;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.component.upload.UploadI18N.Uploading;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.function.UnaryOperator;

/** Fields for files that speak the person's language. */
public final class Uploads {

    private Uploads() {}

    public static Upload ofOneFile(UploadHandler handler) {
        var upload = new Upload(handler);
        upload.setMaxFiles(1);
        upload.setI18n(texts(key -> upload.getTranslation("panel.upload." + key)));
        return upload;
    }

    private static UploadI18N texts(UnaryOperator<String> text) {
        return new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(text.apply("one"))
                        .setFileIsTooBig(text.apply("too-big"))
                        .setIncorrectFileType(text.apply("wrong-type")))
                .setUploading(new Uploading()
                        .setStatus(new Uploading.Status()
                                .setConnecting(text.apply("connecting"))
                                .setStalled(text.apply("stalled"))
                                .setProcessing(text.apply("processing"))
                                .setHeld(text.apply("held")))
                        .setRemainingTime(new Uploading.RemainingTime()
                                .setPrefix(text.apply("left"))
                                .setUnknown(text.apply("left.unknown")))
                        .setError(new Uploading.Error()
                                .setServerUnavailable(text.apply("unreachable"))
                                .setUnexpectedServerError(text.apply("failed"))
                                .setForbidden(text.apply("failed"))
                                .setFileTooLarge(text.apply("too-big"))))
                .setFile(new UploadI18N.File()
                        .setRetry(text.apply("again"))
                        .setStart(text.apply("start"))
                        .setRemove(text.apply("remove")));
    }
}
