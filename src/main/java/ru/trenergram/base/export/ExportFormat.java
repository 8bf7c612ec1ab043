package ru.trenergram.base.export;

import java.io.IOException;
import java.io.OutputStream;

/** What an export is written as. */
public enum ExportFormat {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String extension;
    private final String mediaType;

    ExportFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /**
     * Begins a file.
     *
     * @param words of the spreadsheet that will open it: how numbers are written and cells are parted
     */
    public ExportFile open(OutputStream out, ExportWords words) throws IOException {
        return switch (this) {
            case CSV -> new CsvFile(out, words);
            case XLSX -> new XlsxFile(out);
        };
    }

    public String mediaType() {
        return mediaType;
    }

    /** @param what is in it, in Latin letters */
    public String fileName(String what) {
        return "trenergram-" + what + "." + extension;
    }
}
