package ru.trenergram.clubs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;

/** A club as queries read it. */
final class ClubRow {

    static final String COLUMNS = """
            club.id, club.name, club.city, club.address, club.timezone, club.photo_url,
            (SELECT count(*) FROM club_trainer_place t WHERE t.club_id = club.id AND t.status = 'ACTIVE'
               AND NOT t.frozen) AS trainers_count
            """;

    private ClubRow() {}

    static ClubInfo of(ResultSet row, int n) throws SQLException {
        return new ClubInfo(
                row.getLong("id"),
                row.getString("name"),
                row.getString("city"),
                row.getString("address"),
                ZoneId.of(row.getString("timezone")),
                row.getInt("trainers_count"),
                row.getString("photo_url"));
    }
}
