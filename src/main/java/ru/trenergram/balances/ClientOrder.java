package ru.trenergram.balances;

/** In which order a trainer sees their clients. */
public enum ClientOrder {
    /** Who joined or was booked last comes first. */
    RECENT("(extract(epoch FROM recent_at) * 1000000)::bigint", "bigint", false),
    /** By the alphabet of Russian; Latin letters follow. */
    NAME("translate(lower(concat_ws(' ', first_name, last_name)), E'\\n', ' ') COLLATE \"ru-RU-x-icu\"", "text", true),
    /** Who owes most comes first. */
    BALANCE("coalesce(amount, 0)", "bigint", true);

    private final String key;
    private final String type;
    private final boolean ascending;

    ClientOrder(String key, String type, boolean ascending) {
        this.key = key;
        this.type = type;
        this.ascending = ascending;
    }

    /** Of SQL, as are the next ones. */
    String key() {
        return key;
    }

    String behind() {
        return "(" + key + ", client_id) " + (ascending ? ">" : "<") + " (:key::" + type + ", :client)";
    }

    String sorting() {
        String direction = ascending ? "" : " DESC";
        return key + direction + ", client_id" + direction;
    }
}
