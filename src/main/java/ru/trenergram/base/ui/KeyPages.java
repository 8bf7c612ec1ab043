package ru.trenergram.base.ui;

import com.vaadin.flow.data.provider.Query;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets a grid, which asks for rows by their offset, read a list that is paged by key: a page deep down costs as much as
 * the first one. It remembers the last row of every page that was read.
 */
public final class KeyPages<T> {

    private final Reader<T> reader;
    private final NavigableMap<Integer, T> rowBefore = new TreeMap<>();

    /** Reads the rows behind one. */
    @FunctionalInterface
    public interface Reader<T> {
        /** @param after the last row of the page before; null for the first page */
        List<T> page(@Nullable T after, int limit);
    }

    public KeyPages(Reader<T> reader) {
        this.reader = reader;
    }

    /** For {@code grid.setItems(pages::fetch)}. */
    public Stream<T> fetch(Query<T, ?> query) {
        int offset = query.getOffset();
        int limit = query.getLimit();
        if (offset == 0) {
            rowBefore.clear(); // from the top again: the list may have changed
        }
        Map.Entry<Integer, T> known = rowBefore.floorEntry(offset);
        int skipped = offset - (known == null ? 0 : known.getKey());
        List<T> rows = reader.page(known == null ? null : known.getValue(), skipped + limit);
        if (rows.size() <= skipped) {
            return Stream.empty();
        }
        rowBefore.put(offset + rows.size() - skipped, rows.getLast());
        return rows.stream().skip(skipped);
    }
}
