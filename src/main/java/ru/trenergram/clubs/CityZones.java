package ru.trenergram.clubs;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which time zone a city lives by: the large ones of Russia and around, in both spellings. */
public final class CityZones {

    /** From west to east; the city that each is called by comes first, in Russian and in English. */
    private static final Map<String, String> CITIES = new LinkedHashMap<>();

    private static final Map<String, ZoneId> BY_NAME = new HashMap<>();
    private static final Pattern FIRST_LETTERS = Pattern.compile("(?<![\\p{L}])\\p{L}");

    static {
        CITIES.put("Europe/Kaliningrad", "калининград kaliningrad");
        CITIES.put(
                "Europe/Moscow",
                "москва moscow санкт-петербург saint-petersburg петербург питер спб казань kazan нижний_новгород "
                        + "nizhny_novgorod ростов-на-дону rostov-on-don краснодар krasnodar воронеж voronezh сочи sochi "
                        + "волгоград volgograd тула tula ярославль yaroslavl рязань ryazan тверь tver белгород belgorod "
                        + "калуга kaluga курск kursk пенза penza липецк lipetsk махачкала makhachkala");
        CITIES.put("Europe/Samara", "самара samara тольятти tolyatti ижевск izhevsk");
        CITIES.put("Europe/Saratov", "саратов saratov");
        CITIES.put(
                "Asia/Yekaterinburg",
                "екатеринбург yekaterinburg ekaterinburg челябинск chelyabinsk уфа ufa пермь perm тюмень tyumen "
                        + "оренбург orenburg магнитогорск magnitogorsk сургут surgut");
        CITIES.put("Asia/Omsk", "омск omsk");
        CITIES.put("Asia/Novosibirsk", "новосибирск novosibirsk");
        CITIES.put("Asia/Krasnoyarsk", "красноярск krasnoyarsk");
        CITIES.put("Asia/Barnaul", "барнаул barnaul");
        CITIES.put("Asia/Tomsk", "томск tomsk");
        CITIES.put("Asia/Novokuznetsk", "кемерово kemerovo новокузнецк novokuznetsk");
        CITIES.put("Asia/Irkutsk", "иркутск irkutsk улан-удэ ulan-ude");
        CITIES.put("Asia/Yakutsk", "якутск yakutsk благовещенск blagoveshchensk");
        CITIES.put("Asia/Chita", "чита chita");
        CITIES.put("Asia/Vladivostok", "владивосток vladivostok хабаровск khabarovsk");
        CITIES.put("Asia/Sakhalin", "южно-сахалинск yuzhno-sakhalinsk");
        CITIES.put("Asia/Magadan", "магадан magadan");
        CITIES.put("Asia/Kamchatka", "петропавловск-камчатский petropavlovsk-kamchatsky");
        CITIES.put("Europe/Minsk", "минск minsk");
        CITIES.put("Asia/Almaty", "алматы almaty астана astana");
        CITIES.put("Asia/Yerevan", "ереван yerevan");
        CITIES.put("Asia/Tbilisi", "тбилиси tbilisi");
        CITIES.put("Asia/Tashkent", "ташкент tashkent");
        CITIES.forEach((zone, names) ->
                Arrays.stream(names.split(" ")).forEach(name -> BY_NAME.put(name.replace('_', ' '), ZoneId.of(zone))));
    }

    private CityZones() {}

    /** The zones that are offered where the city says nothing: one for each hour from Kaliningrad to Kamchatka. */
    public static final List<String> OFFERED = List.of(
            "Europe/Kaliningrad",
            "Europe/Moscow",
            "Europe/Samara",
            "Asia/Yekaterinburg",
            "Asia/Omsk",
            "Asia/Krasnoyarsk",
            "Asia/Irkutsk",
            "Asia/Yakutsk",
            "Asia/Vladivostok",
            "Asia/Magadan",
            "Asia/Kamchatka");

    /** @param city as somebody typed it, or the name of a zone ({@code Asia/Omsk}) */
    public static Optional<ZoneId> find(String city) {
        String name = city.toLowerCase(Locale.ROOT)
                .replaceFirst("^(г\\.|город)\\s*", "")
                .strip();
        ZoneId known = BY_NAME.get(name);
        return known != null ? Optional.of(known) : zone(city);
    }

    /** What people call a zone: its city, “Самара”; of others what Java knows. */
    public static String name(ZoneId zone, Locale language) {
        String cities = CITIES.get(zone.getId());
        if (cities == null) {
            return zone.getDisplayName(TextStyle.FULL_STANDALONE, language);
        }
        String city = cities.split(" ")[language.getLanguage().equals("ru") ? 0 : 1];
        return FIRST_LETTERS
                .matcher(city.replace('_', ' '))
                .replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
    }

    private static Optional<ZoneId> zone(String id) {
        if (!id.contains("/")) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException noZone) {
            return Optional.empty();
        }
    }
}
