package ru.trenergram.clubs;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.StaleVersionException;

/** What a club is called, where it is, by which clock it lives, and whether the catalogue shows it. */
@Service
@Transactional
public class ClubSettings {

    static final int MAX_NAME = 100;
    static final int MAX_CITY = 60;
    static final int MAX_ADDRESS = 200;

    private final JdbcClient jdbc;
    private final StaffMembers staff;
    private final ClubChanges changes;

    ClubSettings(JdbcClient jdbc, StaffMembers staff, ClubChanges changes) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.changes = changes;
    }

    /** What the staff want the club to be. */
    public record Wish(String name, String city, String address, ZoneId timezone, boolean listed) {}

    /** @throws DomainException {@code not_found} for strangers, {@code forbidden} for cashiers */
    @Transactional(readOnly = true)
    public ClubProfile get(long staffId, long clubId) {
        staff.panelMembership(staffId, clubId);
        return read(clubId, "");
    }

    /**
     * @param version that they saw
     * @throws DomainException {@code not_found}, {@code forbidden}, {@code validation_failed}, {@code stale_version} with
     *     the {@link ClubProfile} as it is now
     */
    public ClubProfile change(long staffId, long clubId, int version, Wish wish) {
        ClubProfile before = lock(staffId, clubId);
        String name = Words.required("name", wish.name(), MAX_NAME);
        String city = Words.required("city", wish.city(), MAX_CITY);
        String address = Words.required("address", wish.address(), MAX_ADDRESS);
        if (before.version() != version) {
            throw new StaleVersionException(before);
        }
        jdbc.sql("""
                        UPDATE club SET name = ?, city = ?, address = ?, timezone = ?, public = ?, version = version + 1
                        WHERE id = ?
                        """)
                .params(name, city, address, wish.timezone().getId(), wish.listed(), clubId)
                .update();
        return changed(staffId, before);
    }

    /** Another photo, or none; what is edited besides is left alone, and so is its version. */
    void changePhoto(long staffId, long clubId, @Nullable String photoUrl) {
        ClubProfile before = lock(staffId, clubId);
        jdbc.sql("UPDATE club SET photo_url = ? WHERE id = ?")
                .param(photoUrl)
                .param(clubId)
                .update();
        changed(staffId, before);
    }

    private ClubProfile lock(long staffId, long clubId) {
        requireManager(staff, staffId, clubId);
        return read(clubId, " FOR NO KEY UPDATE");
    }

    private ClubProfile changed(long staffId, ClubProfile before) {
        ClubProfile after = read(before.id(), "");
        changes.byStaff(staffId, Thing.CLUB, after.id(), after.id(), before.facts(), after.facts());
        return after;
    }

    private ClubProfile read(long clubId, String lock) {
        return jdbc.sql("SELECT * FROM club WHERE id = ?" + lock)
                .param(clubId)
                .query((row, n) -> new ClubProfile(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("city"),
                        row.getString("address"),
                        ZoneId.of(row.getString("timezone")),
                        row.getBoolean("public"),
                        row.getString("photo_url"),
                        row.getInt("version")))
                .single();
    }

    static void requireManager(StaffMembers staff, long staffId, long clubId) {
        if (!staff.panelMembership(staffId, clubId).role().managesClub()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
    }
}
