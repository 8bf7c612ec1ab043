package ru.trenergram.scheduling.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calendar itself: fields in a grid. Of what is shown anew only those fields change that are different, so that the
 * page stays where it was scrolled to. What a pointer does on it is in {@code club-calendar.js}.
 */
class CalendarBoard extends Div {

    private transient List<BoardPiece> pieces = List.of();

    CalendarBoard() {
        addClassName("cal-board");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("aria-label", getTranslation("desk.calendar.title"));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJavaScript("context://club-calendar.js");
        getElement().executeJs("window.clubCalendar(this)");
    }

    /** Whether people may make and move bookings on it. */
    void setEditable(boolean editable) {
        getElement().setAttribute("data-editable", editable);
    }

    /**
     * @param columns without the one on the left
     * @param hours whether the fields are days by the hour; else they are lists
     */
    void show(List<BoardPiece> next, int columns, boolean hours) {
        getStyle().set("--columns", Integer.toString(columns));
        setClassName("cal-matrix", !hours);
        if (next.size() == pieces.size()) {
            List<Component> fields = getChildren().toList();
            for (int i = 0; i < next.size(); i++) {
                if (!next.get(i).equals(pieces.get(i))) {
                    write(next.get(i), fields.get(i).getElement());
                }
            }
        } else {
            removeAll();
            next.forEach(piece -> {
                var field = new Div();
                write(piece, field.getElement());
                add(field);
            });
        }
        pieces = next;
    }

    /** @param minute of the club's day */
    void showNow(int minute) {
        getStyle().set("--now", Integer.toString(minute));
    }

    /** What stands in the fields. */
    List<BoardPiece> pieces() {
        return pieces;
    }

    private static void write(BoardPiece piece, Element field) {
        field.setAttribute("class", piece.classes());
        setAttribute(field, "data-trainer", piece.trainerId());
        setAttribute(field, "data-date", piece.date());
        field.setProperty("innerHTML", piece.html());
    }

    private static void setAttribute(Element field, String name, @Nullable Object value) {
        if (value == null) {
            field.removeAttribute(name);
        } else {
            field.setAttribute(name, value.toString());
        }
    }

    void onOpen(ComponentEventListener<Opened> listener) {
        addListener(Opened.class, listener);
    }

    void onFree(ComponentEventListener<FreeChosen> listener) {
        addListener(FreeChosen.class, listener);
    }

    void onDrop(ComponentEventListener<Dropped> listener) {
        addListener(Dropped.class, listener);
    }

    /** Somebody wants to see a booking. */
    @DomEvent("session-opened")
    public static class Opened extends ComponentEvent<CalendarBoard> {
        private final String booking;

        public Opened(CalendarBoard board, boolean fromClient, @EventData("event.detail.id") String booking) {
            super(board, fromClient);
            this.booking = booking;
        }

        String booking() {
            return booking;
        }
    }

    /** Somebody wants to book. */
    @DomEvent("free-chosen")
    public static class FreeChosen extends ComponentEvent<CalendarBoard> {
        private final String trainer;
        private final String date;
        private final int minute;

        /** @param minute of the day; -1 where only the day was chosen */
        public FreeChosen(
                CalendarBoard board,
                boolean fromClient,
                @EventData("event.detail.trainer") String trainer,
                @EventData("event.detail.date") String date,
                @EventData("event.detail.minute") int minute) {
            super(board, fromClient);
            this.trainer = trainer;
            this.date = date;
            this.minute = minute;
        }

        String trainer() {
            return trainer;
        }

        String date() {
            return date;
        }

        int minute() {
            return minute;
        }
    }

    /** Somebody has dragged a booking elsewhere. */
    @DomEvent("session-dropped")
    public static class Dropped extends ComponentEvent<CalendarBoard> {
        private final String booking;
        private final String date;
        private final int minute;

        /** @param minute of the day; -1 where only the day is another */
        public Dropped(
                CalendarBoard board,
                boolean fromClient,
                @EventData("event.detail.id") String booking,
                @EventData("event.detail.date") String date,
                @EventData("event.detail.minute") int minute) {
            super(board, fromClient);
            this.booking = booking;
            this.date = date;
            this.minute = minute;
        }

        String booking() {
            return booking;
        }

        String date() {
            return date;
        }

        int minute() {
            return minute;
        }
    }
}
