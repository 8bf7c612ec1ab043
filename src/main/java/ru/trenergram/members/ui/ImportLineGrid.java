package ru.trenergram.members.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ru.trenergram.base.ui.Lines;
import ru.trenergram.base.ui.StatusBadge;
import ru.trenergram.base.ui.StatusBadge.Token;
import ru.trenergram.members.ImportField;
import ru.trenergram.members.ImportOutcome;
import ru.trenergram.members.MemberImport;
import ru.trenergram.members.MemberImport.Line;

/** Rows of an uploaded list, and what becomes of each. */
class ImportLineGrid extends Grid<Line> {

    static final int SHOWN = 200;

    private final transient MemberImport list;

    ImportLineGrid(List<Line> lines, MemberImport list) {
        super(Line.class, false);
        this.list = list;
        setSelectionMode(SelectionMode.NONE);
        addColumn(Line::number)
                .setHeader(getTranslation("people.import.line"))
                .setPartNameGenerator(line -> "numeric")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        addComponentColumn(line -> new Lines(name(line), cell(line, ImportField.PHONE)))
                .setHeader(getTranslation("people.client"))
                .setFlexGrow(2);
        addComponentColumn(line -> badge(line.outcome()))
                .setHeader(getTranslation("people.import.outcome"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        addColumn(line -> problem(this, line.outcome()))
                .setHeader(getTranslation("people.import.why"))
                .setFlexGrow(3);
        setItems(lines);
    }

    private String name(Line line) {
        return (cell(line, ImportField.NAME) + " " + cell(line, ImportField.LAST_NAME)).strip();
    }

    /** All of it, while nobody knows what the columns are for. */
    private String cell(Line line, ImportField field) {
        int column = list.fields().indexOf(Optional.of(field));
        if (column < 0) {
            return field == ImportField.NAME ? line.cells().stream().limit(3).collect(Collectors.joining(" · ")) : "";
        }
        return column < line.cells().size() ? line.cells().get(column) : "";
    }

    private StatusBadge badge(ImportOutcome outcome) {
        Token token = switch (outcome.kind()) {
            case ADDED -> Token.CONFIRMED;
            case COMPLETED, UNCHANGED -> Token.COMPLETED;
            case CONFLICT -> Token.PENDING;
            case WRONG -> Token.NO_SHOW;
        };
        return new StatusBadge(token, getTranslation("people.import.outcome." + ClientImportView.key(outcome.kind())));
    }

    private static String problem(Grid<Line> grid, ImportOutcome outcome) {
        return outcome.problem() == null
                ? ""
                : grid.getTranslation(
                        "people.import.problem." + ClientImportView.key(outcome.problem()),
                        outcome.detail() == null ? "" : outcome.detail());
    }
}
