package ru.trenergram.base.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of tables that is written row by row and never held as a whole. */
public interface ExportFile extends Closeable {

    /** Begins the next table. */
    void table(String name, List<Header> columns) throws IOException;

    /** @param width in characters */
    record Header(String text, int width) {}

    /** @param cells texts, numbers, dates and local times, or nothing */
    void row(List<@Nullable Object> cells) throws IOException;

    /**
     * A text that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it
     * (owasp.org/www-community/attacks/CSV_Injection).
     */
    static String harmless(String text) {
        return looksLikeFormula(text) ? "'" + text : text;
    }

    /** A text of a file that comes back, as it was before {@link #harmless}. */
    static String asWritten(String text) {
        return text.startsWith("'") && looksLikeFormula(text.substring(1)) ? text.substring(1) : text;
    }

    private static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
    }
}
