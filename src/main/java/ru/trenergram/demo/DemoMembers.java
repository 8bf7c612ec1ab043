package ru.trenergram.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.members.Member;
import ru.trenergram.members.MemberArrivals;
import ru.trenergram.members.MemberDetails;
import ru.trenergram.members.Members;

/** What the demo club has written down about its clients; one of them stands there twice. */
@Component
class DemoMembers {

    private final MemberArrivals arrivals;
    private final Members members;

    DemoMembers(MemberArrivals arrivals, Members members) {
        this.arrivals = arrivals;
        this.members = members;
    }

    void fill(Map<DemoPerson, Long> ids, long club) {
        arrivals.gather(club);
        long owner = DemoData.id(ids, DemoPerson.OWNER);
        describe(ids, club, DemoPerson.KATYA, "1991-12-03", "Просит зал у окна", "VIP", "йога");
        describe(ids, club, DemoPerson.PAVEL, "1985-06-21", null, "утро");
        describe(ids, club, DemoPerson.NINA, null, "Пришла по рекомендации Екатерины", "йога");
        long known = members.add(
                owner,
                club,
                new MemberDetails(
                        "Роман Д.",
                        "+" + DemoPerson.ROMAN.phone(),
                        LocalDate.of(1988, 3, 9),
                        List.of("бокс"),
                        "Был в клубе ещё до Telegram"));
        members.recordConsent(owner, club, known, 0, true);
    }

    private void describe(
            Map<DemoPerson, Long> ids,
            long club,
            DemoPerson person,
            @Nullable String birthday,
            @Nullable String note,
            String... tags) {
        long owner = DemoData.id(ids, DemoPerson.OWNER);
        long id = members.idOf(owner, club, DemoData.id(ids, person)).orElseThrow();
        Member member = members.get(owner, club, id);
        members.change(
                owner,
                club,
                id,
                member.version(),
                new MemberDetails(
                        member.name(),
                        member.phone(),
                        birthday == null ? null : LocalDate.parse(birthday),
                        List.of(tags),
                        note));
    }
}
