package ru.trenergram.base.ui;

import com.vaadin.flow.component.Svg;

/** The icons of the panels, drawn with one line on a grid of 24 and coloured by the text around them. */
public enum LineIcon {
    PEOPLE("<circle cx='9' cy='8' r='3.5'/><path d='M2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6'/>"
            + "<path d='M16 4.8a3.5 3.5 0 0 1 0 6.4M18.5 14.6c1.9.9 3 2.8 3 5.4'/>"),
    CALENDAR("<rect x='3.5' y='5' width='17' height='15.5' rx='2.5'/><path d='M3.5 10h17M8 3v4M16 3v4'/>"
            + "<path d='M8.5 15l2.3 2.2 4.7-4.4'/>"),
    CLUB("<path d='M4 10.5 12 4l8 6.5V20H4z'/><path d='M9.5 20v-6h5v6'/>"),
    CHAT("<path d='M4 5.5h16v11h-9L6.5 20v-3.5H4z'/><path d='M8 9.5h8M8 12.5h5'/>"),
    CODE("<path d='M8.5 7.5 4 12l4.5 4.5M15.5 7.5 20 12l-4.5 4.5M13.5 5l-3 14'/>"),
    SUN(
            "<circle cx='12' cy='12' r='4'/><path d='M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4"
                    + "M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4'/>"),
    MOON("<path d='M20 14.2A8.3 8.3 0 0 1 9.8 4 8.3 8.3 0 1 0 20 14.2z'/>"),
    LEAVE("<path d='M10 4H5v16h5M15 8l4 4-4 4M19 12H9.5'/>"),
    REFRESH("<path d='M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9.4M20 4.5v4.9h-4.9'/>"),
    BACK("<path d='M14.5 5.5 8 12l6.5 6.5'/>"),
    FORWARD("<path d='M9.5 5.5 16 12l-6.5 6.5'/>"),
    PLUS("<path d='M12 5v14M5 12h14'/>"),
    CLOSE("<path d='M6 6l12 12M18 6 6 18'/>"),
    LIST("<path d='M8.5 6h12M8.5 12h12M8.5 18h12M4 6h.01M4 12h.01M4 18h.01'/>"),
    COLUMNS("<rect x='3.5' y='5' width='17' height='15.5' rx='2.5'/><path d='M3.5 10h17M9.2 10v10.5M14.8 10v10.5M8 3v4M16 3v4'/>");

    private final String paths;

    LineIcon(String paths) {
        this.paths = paths;
    }

    public Svg create() {
        var icon = new Svg("<svg viewBox='0 0 24 24' fill='none' stroke='currentColor' stroke-width='1.75'"
                + " stroke-linecap='round' stroke-linejoin='round' aria-hidden='true'>" + paths + "</svg>");
        icon.getElement().getClassList().add("line-icon");
        return icon;
    }
}
