package ru.trenergram.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;
import ru.trenergram.base.ui.Narrow;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.base.ui.StatusBadge;
import ru.trenergram.base.ui.StatusBadge.Token;
import ru.trenergram.platform.PeriodicJobs;
import ru.trenergram.platform.PeriodicJobs.JobRow;
import ru.trenergram.security.Caller;

/** The periodic work: when it ran, when it will, how often it failed. */
class JobsTab extends Div {

    private final transient PeriodicJobs jobs;
    private final transient Caller caller;
    private final Times times;
    private final Grid<JobRow> grid = new Grid<>(JobRow.class, false);

    JobsTab(PeriodicJobs jobs, Caller caller, Times times) {
        this.jobs = jobs;
        this.caller = caller;
        this.times = times;
        addClassName("tab");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(JobRow::name).setHeader(text("name")).setFlexGrow(1);
        moment("last", row -> times.moment(row.lastRun()));
        moment("next", row -> times.moment(row.nextRun()));
        grid.addComponentColumn(this::failures).setHeader(text("failures")).setFlexGrow(2);
        grid.addComponentColumn(this::run).setAutoWidth(true).setFlexGrow(0);
        Narrow.compact(grid, grid.addComponentColumn(this::card));
        grid.setItems(jobs.list(caller));
        add(grid);
    }

    private void moment(String key, ValueProvider<JobRow, String> value) {
        grid.addColumn(value)
                .setHeader(text(key))
                .setPartNameGenerator(row -> "numeric")
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private Component failures(JobRow row) {
        if (row.failures() == null) {
            return new StatusBadge(Token.CONFIRMED, text("well"));
        }
        var reason = new Span(row.failures().reason());
        reason.addClassName("small");
        var lines = new Div(
                new StatusBadge(
                        Token.NO_SHOW,
                        getTranslation(
                                "platform.jobs.failed",
                                row.failures().times(),
                                times.moment(row.failures().last()))),
                reason);
        lines.addClassName("two-lines");
        return lines;
    }

    private Button run(JobRow row) {
        var run = new Button(text("run"), click -> {
            jobs.run(caller, row.name());
            Notices.done(getTranslation("platform.jobs.started", row.name()));
        });
        run.setAriaLabel(text("run") + ": " + row.name());
        return run;
    }

    private Component card(JobRow row) {
        var card = new Div(new Span(row.name()), run(row), failures(row), new Span(times.moment(row.lastRun())));
        card.addClassName("row-card");
        return card;
    }

    private String text(String key) {
        return getTranslation("platform.jobs." + key);
    }
}
