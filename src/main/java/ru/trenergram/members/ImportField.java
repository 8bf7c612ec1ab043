package ru.trenergram.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a column of an uploaded list may be for. */
public enum ImportField {
    NAME("имя клиент фио ф.и.о. name client fullname firstname"),
    LAST_NAME("фамилия lastname surname"),
    PHONE("телефон тел тел. моб мобильный номер phone mobile cell"),
    BIRTHDAY("рождения др д.р. д/р birthday birthdate birth dob"),
    TAGS("метки метка теги тег группа категория tags tag group"),
    NOTE("заметка заметки комментарий примечание note notes comment"),
    CONSENT("согласие рассылка рассылки consent marketing");

    private final List<String> words;

    ImportField(String words) {
        this.words = List.of(words.split(" "));
    }

    /** What the columns are for, by their headings; each field once. Where a heading says nothing stands nothing. */
    static List<Optional<ImportField>> guess(List<String> headings) {
        List<Optional<ImportField>> fields = new ArrayList<>();
        for (String heading : headings) {
            fields.add(Stream.of(values())
                    .filter(field -> field.isIn(heading) && !fields.contains(Optional.of(field)))
                    .findFirst());
        }
        return fields;
    }

    /** Empty for anything that is no field. */
    static Optional<ImportField> named(@Nullable String name) {
        return Stream.of(values()).filter(field -> field.name().equals(name)).findFirst();
    }

    private boolean isIn(String heading) {
        String lower = heading.toLowerCase(Locale.ROOT).strip();
        if (words.contains(lower.replaceAll("[\\s_-]", ""))) {
            return true;
        }
        return Stream.of(lower.split("[\\s_:,()-]+")).anyMatch(words::contains);
    }
}
