package ru.trenergram.members.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.InMemoryUploadHandler;
import ru.trenergram.base.ui.Uploads;
import ru.trenergram.members.MemberImports;
import ru.trenergram.members.UnreadableFileException;

/** Where a list of clients is dropped. What is wrong with a file is said under it. */
class ImportUpload extends Div {

    private static final int MEGABYTE = 1_000_000;

    private final Paragraph problem = new Paragraph();

    /** Takes a file that has arrived. */
    @FunctionalInterface
    interface Receiver {
        /** @throws UnreadableFileException when it is no list */
        void receive(String fileName, byte[] content);
    }

    ImportUpload(Receiver receiver) {
        var handler = new InMemoryUploadHandler((file, content) -> receive(receiver, file.fileName(), content)) {
            @Override
            public long getFileSizeMax() {
                return MemberImports.LARGEST;
            }
        };
        handler.whenComplete(arrived -> {
            if (!arrived) {
                tell("failed");
            }
        });
        var upload = Uploads.ofOneFile(handler);
        upload.setMaxFileSize(MemberImports.LARGEST);
        upload.setAcceptedFileExtensions(".csv", ".txt", ".xlsx");
        upload.setUploadButton(new Button(getTranslation("people.import.choose")));
        upload.setDropLabel(new Span(getTranslation("people.import.drop")));
        upload.addFileRejectedListener(rejected -> tell("too_large_or_other"));
        problem.addClassName("stale");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        addClassName("upload");
        add(new Paragraph(getTranslation("people.import.how", MemberImports.LARGEST / MEGABYTE)), upload, problem);
    }

    private void receive(Receiver receiver, String fileName, byte[] content) {
        try {
            receiver.receive(fileName, content);
        } catch (UnreadableFileException unreadable) {
            tell(ClientImportView.key(unreadable.problem()));
        }
    }

    private void tell(String key) {
        problem.setText(getTranslation("people.import.unreadable." + key));
        problem.setVisible(true);
    }
}
