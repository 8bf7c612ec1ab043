package ru.trenergram.balances;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A trainer's clients in an order, a page at a time. It is here because one of the orders is by balance. */
@Service
@Transactional(readOnly = true)
public class ClientList {

    private final JdbcClient jdbc;

    ClientList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where in a list a client stands. Those whose keys are equal stand in the order of their ids.
     *
     * @param key by which the list is sorted, as a text
     */
    public record Place(String key, long clientId) {}

    /**
     * The clients of a page; archived ones are among them.
     *
     * @param query a part of the name, user name or phone, in any case
     * @param after the last client of the page before
     */
    public List<Place> page(
            long trainerId, @Nullable String query, ClientOrder order, @Nullable Place after, int limit) {
        return jdbc.sql("SELECT client_id, " + order.key() + " AS key" + """
                         FROM roster_entry
                         JOIN users ON users.id = client_id
                         LEFT JOIN balance USING (trainer_id, client_id)
                         WHERE trainer_id = :trainer AND left_at IS NULL
                           AND (:query::text IS NULL OR position(lower(:query) IN
                                lower(concat_ws(' ', first_name, last_name, username, phone))) > 0
                                OR :digits <> '' AND position(:digits IN phone) > 0)
                        """
                        + (after == null ? "" : " AND " + order.behind()) + " ORDER BY " + order.sorting()
                        + " LIMIT :limit")
                .param("trainer", trainerId)
                .param("query", query)
                .param("digits", digits(query))
                .param("key", after == null ? null : after.key())
                .param("client", after == null ? null : after.clientId())
                .param("limit", limit)
                .query(ClientList::place)
                .list();
    }

    private static Place place(ResultSet row, int n) throws SQLException {
        return new Place(row.getString("key"), row.getLong("client_id"));
    }

    /** Phones are kept without what people write between the digits; less than three would be in most of them. */
    private static String digits(@Nullable String query) {
        if (query == null || !query.matches("[+\\d\\s().-]+")) {
            return "";
        }
        String digits = query.replaceAll("\\D", "");
        return digits.length() < 3 ? "" : digits;
    }
}
