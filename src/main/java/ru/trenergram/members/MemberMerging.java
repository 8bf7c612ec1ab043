package ru.trenergram.members;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Facts;
import ru.trenergram.base.StaleVersionException;

/**
 * Two records of one client become one: imported by phone, say, and later come by Telegram. Nothing that somebody wrote
 * down is lost. The records of two users of the bots stay two: each has sessions and balances of their own.
 *
 * <p>Throws {@link DomainException} {@code not_found} for everybody who is not on the staff and for another club's
 * clients, {@code forbidden} for roles that do not keep the records.
 */
@Service
@Transactional
public class MemberMerging {

    private final JdbcClient jdbc;
    private final MemberReads reads;
    private final Members members;

    MemberMerging(JdbcClient jdbc, MemberReads reads, Members members) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.members = members;
    }

    /**
     * What a merge would leave.
     *
     * @param kept the record that stays, as it is now
     * @param given the record that goes into it
     * @param result what the kept one will say
     */
    public record Preview(Member kept, Member given, MemberDetails result) {}

    /** Other records with the same phone that could be merged with this one. */
    @Transactional(readOnly = true)
    public List<Member> doubles(long staffId, long clubId, long id) {
        members.requireKeeper(staffId, clubId);
        Member member = reads.find(clubId, id).orElseThrow(DomainException::notFound);
        return reads.samePhone(clubId, id).stream()
                .filter(other -> member.userId() == null || other.userId() == null)
                .toList();
    }

    /** @throws DomainException {@code validation_failed} when both are users of the bots, or are the same */
    @Transactional(readOnly = true)
    public Preview preview(long staffId, long clubId, long keptId, long givenId) {
        members.requireKeeper(staffId, clubId);
        return preview(
                reads.find(clubId, keptId).orElseThrow(DomainException::notFound),
                reads.find(clubId, givenId).orElseThrow(DomainException::notFound));
    }

    /**
     * Merges what a preview has shown.
     *
     * @throws StaleVersionException with a new preview, when one of the records has changed since
     * @throws DomainException as {@link #preview}
     */
    public Member merge(long staffId, long clubId, Preview seen) {
        members.requireKeeper(staffId, clubId);
        long keptId = seen.kept().id();
        long givenId = seen.given().id();
        List<Member> locked = reads.lock(clubId, keptId, givenId);
        Preview now = preview(one(locked, keptId), one(locked, givenId));
        if (now.kept().version() != seen.kept().version()
                || now.given().version() != seen.given().version()) {
            throw new StaleVersionException(now);
        }
        Member kept = now.kept();
        Member given = now.given();
        takeConsent(keptId, givenId);
        jdbc.sql("DELETE FROM club_member WHERE id = ?").param(givenId).update();
        members.update(keptId, now.result());
        Long userId = kept.userId() == null ? given.userId() : kept.userId();
        jdbc.sql("UPDATE club_member SET user_id = ? WHERE id = ?")
                .param(userId)
                .param(keptId)
                .update();
        members.tell(
                staffId,
                clubId,
                keptId,
                Members.facts(kept.details()).with("user_id", kept.userId()),
                Members.facts(now.result()).with("user_id", userId).with("merged", givenId));
        members.tell(
                staffId,
                clubId,
                givenId,
                Members.facts(given.details()),
                Facts.none().with("merged_into", keptId));
        return reads.find(clubId, keptId).orElseThrow();
    }

    /** Of two answers about marketing the later one is the client's. */
    private void takeConsent(long keptId, long givenId) {
        jdbc.sql("""
            UPDATE club_member kept
            SET consent = given.consent, consent_at = given.consent_at, consent_by = given.consent_by
            FROM club_member given
            WHERE kept.id = ? AND given.id = ? AND given.consent_at IS NOT NULL
              AND (kept.consent_at IS NULL OR kept.consent_at < given.consent_at)
            """).params(keptId, givenId).update();
    }

    private static Member one(List<Member> members, long id) {
        return members.stream().filter(member -> member.id() == id).findFirst().orElseThrow(DomainException::notFound);
    }

    private static Preview preview(Member kept, Member given) {
        boolean two = kept.userId() != null && given.userId() != null;
        if (two || kept.id() == given.id()) {
            throw DomainException.invalid("other", "invalid");
        }
        return new Preview(kept, given, united(kept, given));
    }

    /** What the kept record has comes first; of the other one what would be lost goes into the note. */
    private static MemberDetails united(Member kept, Member given) {
        String note = Stream.of(
                        kept.note(),
                        given.note(),
                        kept.name().equalsIgnoreCase(given.name()) ? null : given.name(),
                        lost(kept.phone(), given.phone()),
                        lost(kept.birthday(), given.birthday()))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n"));
        return new MemberDetails(
                kept.name(),
                kept.phone() == null ? given.phone() : kept.phone(),
                kept.birthday() == null ? given.birthday() : kept.birthday(),
                MemberDetails.united(kept.tags(), given.tags()),
                note);
    }

    private static @Nullable String lost(@Nullable Object kept, @Nullable Object given) {
        return kept == null || given == null || kept.equals(given) ? null : given.toString();
    }
}
