package ru.trenergram.members.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ru.trenergram.members.MemberFilter;

/** A filter of clients as it stands in the address. What cannot be read there does not count. */
final class ClientAddress {

    private static final String TEXT = "q";
    private static final String TRAINER = "trainer";
    private static final String TAG = "tag";
    private static final String BEFORE = "before";
    private static final String SINCE = "since";
    private static final String DEBT = "debt";
    private static final String BIRTHDAY = "birthday";
    private static final String CONSENT = "consent";
    private static final String YES = "yes";
    private static final String NO = "no";

    private ClientAddress() {}

    static String list(long clubId) {
        return "club/" + clubId + "/clients";
    }

    static String card(long clubId, long memberId) {
        return list(clubId) + "/" + memberId;
    }

    static MemberFilter filter(QueryParameters query) {
        Optional<String> consent = query.getSingleParameter(CONSENT);
        return new MemberFilter(
                query.getSingleParameter(TEXT)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .orElse(null),
                read(query, TRAINER, text -> text.matches("\\d{1,18}") ? Long.valueOf(text) : null),
                query.getSingleParameter(TAG).filter(tag -> !tag.isEmpty()).orElse(null),
                read(query, BEFORE, ClientAddress::day),
                read(query, SINCE, ClientAddress::day),
                isYes(query, DEBT),
                isYes(query, BIRTHDAY),
                consent.filter(YES::equals).isPresent()
                        ? Boolean.TRUE
                        : consent.filter(NO::equals).isPresent() ? Boolean.FALSE : null);
    }

    static QueryParameters query(MemberFilter filter) {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, TEXT, filter.text());
        put(query, TRAINER, filter.trainer());
        put(query, TAG, filter.tag());
        put(query, BEFORE, filter.visitedBefore());
        put(query, SINCE, filter.visitedSince());
        put(query, DEBT, filter.inDebt() ? YES : null);
        put(query, BIRTHDAY, filter.birthday() ? YES : null);
        put(query, CONSENT, filter.consent() == null ? null : filter.consent() ? YES : NO);
        return QueryParameters.simple(query);
    }

    private static void put(Map<String, String> query, String name, @Nullable Object value) {
        if (value != null) {
            query.put(name, value.toString());
        }
    }

    private static <T> @Nullable T read(QueryParameters query, String name, Function<String, @Nullable T> reading) {
        String text = query.getSingleParameter(name).orElse(null);
        return text == null ? null : reading.apply(text);
    }

    private static boolean isYes(QueryParameters query, String name) {
        return query.getSingleParameter(name).filter(YES::equals).isPresent();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() >= 2000 && day.getYear() <= 2100 ? day : null;
        } catch (DateTimeException mistyped) {
            return null;
        }
    }
}
