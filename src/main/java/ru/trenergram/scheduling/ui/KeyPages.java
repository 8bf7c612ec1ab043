package ru.trenergram.scheduling.ui;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes keys of the offsets that a grid asks for: it remembers behind which row each page that was read begins, so that
 * the next one, and the same again, are found at once. A grid is leafed through in order, and so from one key to the next.
 *
 * @param <T> a row
 * @param <K> what the list is ordered by
 */
final class KeyPages<T, K> {

    private final NavigableMap<Integer, K> keys = new TreeMap<>();
    private final Source<T, K> source;
    private final Function<T, K> key;

    /** Reads a part of the list. */
    @FunctionalInterface
    interface Source<T, K> {
        /**
         * @param after the key of the row before it; null for the beginning
         * @param skip how many rows behind that are left out
         */
        List<T> read(@Nullable K after, int skip, int limit);
    }

    KeyPages(Source<T, K> source, Function<T, K> key) {
        this.source = source;
        this.key = key;
    }

    List<T> read(int offset, int limit) {
        Map.Entry<Integer, K> before = keys.floorEntry(offset);
        List<T> rows = before == null
                ? source.read(null, offset, limit)
                : source.read(before.getValue(), offset - before.getKey(), limit);
        if (!rows.isEmpty()) {
            keys.put(offset + rows.size(), key.apply(rows.getLast()));
        }
        return rows;
    }
}
