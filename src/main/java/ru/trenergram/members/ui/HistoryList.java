package ru.trenergram.members.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ru.trenergram.audit.AuditEntry;
import ru.trenergram.base.Formats;
import ru.trenergram.members.MemberCards.Change;

/** Who changed what of a client's record, the newest first. */
class HistoryList extends Div {

    static final int SHOWN = 100;

    private static final Set<String> NAMED =
            Set.of("name", "phone", "birthday", "tags", "note", "consent", "user_id", "merged", "merged_into");

    HistoryList(List<Change> changes, ZoneId zone) {
        addClassName("part-of-card");
        if (changes.isEmpty()) {
            add(new Paragraph(getTranslation("people.history.none")));
            return;
        }
        Element list = new Element("ol");
        list.getClassList().add("history");
        changes.forEach(change -> list.appendChild(line(change, zone)));
        getElement().appendChild(list);
    }

    private Element line(Change change, ZoneId zone) {
        String by = change.by() == null ? getTranslation("people.history.system") : change.by();
        Element line = new Element("li");
        line.appendChild(
                new Element("span").setText(what(change.entry())),
                new Element("small").setText(time(change.at(), zone) + " · " + by));
        return line;
    }

    private String what(AuditEntry entry) {
        Set<String> fields = new TreeSet<>(entry.before().keySet());
        fields.addAll(entry.after().keySet());
        fields.retainAll(NAMED);
        return getTranslation(
                entry.before().isEmpty() && entry.after().containsKey("name")
                        ? "people.history.entered"
                        : "people.history.changed",
                fields.stream()
                        .map(field -> getTranslation("people.field." + field))
                        .collect(Collectors.joining(", ")));
    }

    private String time(Instant at, ZoneId zone) {
        return Formats.date(LocalDate.ofInstant(at, zone), getLocale()) + ", "
                + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
                        .withZone(zone)
                        .format(at);
    }
}
