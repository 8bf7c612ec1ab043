package ru.trenergram.analytics.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import ru.trenergram.analytics.ClubPeriod;

/** The addresses of a club's lists, to which figures lead. Their views belong to other modules, which are not imported. */
record ClubLinks(long clubId) {

    /** Follows such an address within the page. */
    static void open(String address) {
        String[] parts = address.substring(1).split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }

    String page(String page) {
        return "/club/" + clubId + "/" + page;
    }

    String bookings(LocalDate from, LocalDate to) {
        return page("bookings?from=" + from + "&to=" + to);
    }

    String unconfirmed(LocalDate from) {
        return page("bookings?status=pending&from=" + from);
    }

    String calendar(LocalDate day) {
        return page("calendar?date=" + day);
    }

    String clients() {
        return page("clients");
    }

    String debts() {
        return page("clients?debt=yes");
    }

    String report(String report, ClubPeriod period) {
        return page("reports?report=" + report + "&from=" + period.from() + "&to=" + period.to());
    }
}
