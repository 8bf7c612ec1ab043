package ru.trenergram.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The message bundles as they lie in the sources: texts by key, by bundle, in one language. */
public final class MessageBundles {

    public static final List<String> LANGUAGES = List.of("ru", "en");

    private static final Path FOLDER = Path.of("src/main/resources/messages");

    private MessageBundles() {}

    public static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("_[a-z]+\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException when a key stands there twice, of which only the second text would be seen */
    public static Map<String, String> texts(String bundle, String language) {
        Map<String, String> texts = new TreeMap<>();
        Properties properties = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                if (texts.put((String) key, (String) value) != null) {
                    throw new IllegalStateException(key + " stands twice in " + bundle + "_" + language);
                }
                return super.put(key, value);
            }
        };
        try (var reader = Files.newBufferedReader(FOLDER.resolve(bundle + "_" + language + ".properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** All bundles together. */
    public static Map<String, String> texts(String language) {
        Map<String, String> all = new LinkedHashMap<>();
        names().forEach(bundle -> texts(bundle, language).forEach((key, text) -> {
            if (all.put(key, text) != null) {
                throw new IllegalStateException(key + " stands in " + bundle + " and in another bundle");
            }
        }));
        return all;
    }
}
