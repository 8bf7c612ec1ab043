package ru.trenergram.members.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import ru.trenergram.members.MemberImport;

/** The lists that were uploaded lately, to be found again. */
class RecentImports extends Div {

    RecentImports(long clubId, List<MemberImport> recent) {
        if (!recent.isEmpty()) {
            var section =
                    new Section(getTranslation("people.import.recent")).note(getTranslation("people.import.kept"));
            recent.forEach(list -> section.add(line(clubId, list)));
            add(section);
        }
    }

    private Div line(long clubId, MemberImport list) {
        var line = new Div(
                new Anchor("/" + ClientImportView.address(clubId) + "/" + list.id(), list.fileName()),
                new Span(getTranslation(
                        "people.import.state." + ClientImportView.key(list.state()), list.applied(), list.total())));
        line.addClassName("form-line");
        return line;
    }
}
