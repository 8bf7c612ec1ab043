package ru.trenergram.base.ui;

import com.vaadin.flow.component.Svg;

/** The icons of the panels, drawn with one line on a grid of 24 and coloured by the text around them. */
public enum LineIcon {
    CHART("<path d='M4 4v16h16'/><path d='M8.5 16v-4M12.5 16V8M16.5 16v-6'/>"),
    FILE("<path d='M6 3.5h8l4.5 4.5v12.5H6z'/><path d='M14 3.5V8h4.5M9 12.5h6M9 16h6'/>"),
    BADGE("<rect x='3.5' y='5.5' width='17' height='14' rx='2.5'/><circle cx='9' cy='11' r='2'/>"
            + "<path d='M5.8 16.5c.4-1.6 1.6-2.5 3.2-2.5s2.8.9 3.2 2.5M15 10h3M15 13.5h3'/>"),
    SETTINGS("<path d='M4 7h9M17 7h3M4 12h3M11 12h9M4 17h11M19 17h1'/>"
            + "<circle cx='15' cy='7' r='2'/><circle cx='9' cy='12' r='2'/><circle cx='17' cy='17' r='2'/>"),
    QR(
            "<rect x='4' y='4' width='6' height='6' rx='1'/><rect x='14' y='4' width='6' height='6' rx='1'/>"
                    + "<rect x='4' y='14' width='6' height='6' rx='1'/><path d='M14 14h2.5v2.5H14zM20 14v2M17.5 19v1M20 19v1'/>"),
    HISTORY("<path d='M4.5 12a7.5 7.5 0 1 0 2.2-5.3L4 9.4M4 4.5v4.9h4.9'/><path d='M12 8v4.5l3 1.8'/>"),
    PEOPLE("<circle cx='9' cy='8' r='3.5'/><path d='M2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6'/>"
            + "<path d='M16 4.8a3.5 3.5 0 0 1 0 6.4M18.5 14.6c1.9.9 3 2.8 3 5.4'/>"),
    CLIENTS("<rect x='3.5' y='4.5' width='17' height='15' rx='2.5'/><circle cx='9' cy='10.5' r='2.2'/>"
            + "<path d='M5.8 16.5c0-1.9 1.4-3 3.2-3s3.2 1.1 3.2 3M15 9.5h3M15 13h3'/>"),
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
    SHIELD("<path d='M12 3.5 5 6v5.5c0 4.3 2.9 7.6 7 9 4.1-1.4 7-4.7 7-9V6z'/><path d='M9 12l2.2 2.1L15.2 10'/>"),
    INBOX("<path d='M4 13.5 6.5 5h11l2.5 8.5V19H4z'/><path d='M4 13.5h4.5l1.2 2.5h4.6l1.2-2.5H20'/>"),
    TAG("<path d='M4 4.5h7.5l8.5 8.5-7 7-9-8.5z'/><circle cx='8.5' cy='9' r='1.25'/>"),
    WALLET("<rect x='3.5' y='6' width='17' height='13' rx='2.5'/><path d='M3.5 10.5h17M14.5 15h3'/>"),
    PULSE("<path d='M3 12.5h4l2.5-7 4.5 13 2.5-6H21'/>"),
    QUEUE("<rect x='3.5' y='4.5' width='17' height='4' rx='1.5'/><rect x='3.5' y='12' width='17' height='4' rx='1.5'/>"
            + "<path d='M6 20h12'/>"),
    TOGGLE("<rect x='3' y='7' width='18' height='10' rx='5'/><circle cx='16' cy='12' r='2.5'/>"),
    PLUS("<path d='M12 5v14M5 12h14'/>"),
    CLOSE("<path d='M6 6l12 12M18 6 6 18'/>"),
    LIST("<path d='M8.5 6h12M8.5 12h12M8.5 18h12M4 6h.01M4 12h.01M4 18h.01'/>"),
    COLUMNS(
            "<rect x='3.5' y='5' width='17' height='15.5' rx='2.5'/><path d='M3.5 10h17M9.2 10v10.5M14.8 10v10.5M8 3v4M16 3v4'/>");

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
