package ru.trenergram.clubs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CityZonesTest {

    @ParameterizedTest
    @CsvSource({
        "Europe/Moscow, Москва, Moscow",
        "Europe/Samara, Самара, Samara",
        "Europe/Kaliningrad, Калининград, Kaliningrad",
        "Asia/Kamchatka, Петропавловск-Камчатский, Petropavlovsk-Kamchatsky",
        "Asia/Sakhalin, Южно-Сахалинск, Yuzhno-Sakhalinsk",
        "Asia/Novokuznetsk, Кемерово, Kemerovo"
    })
    void a_zone_is_called_by_its_city(ZoneId zone, String russian, String english) {
        assertThat(CityZones.name(zone, Locale.of("ru"))).isEqualTo(russian);
        assertThat(CityZones.name(zone, Locale.ENGLISH)).isEqualTo(english);
    }

    @Test
    void every_zone_that_is_offered_has_a_city() {
        assertThat(CityZones.OFFERED)
                .allSatisfy(id -> assertThat(CityZones.find(CityZones.name(ZoneId.of(id), Locale.of("ru"))))
                        .contains(ZoneId.of(id)));
    }

    @Test
    void of_others_java_knows_a_name() {
        assertThat(CityZones.name(ZoneId.of("America/New_York"), Locale.ENGLISH))
                .isEqualTo("Eastern Time");
    }
}
