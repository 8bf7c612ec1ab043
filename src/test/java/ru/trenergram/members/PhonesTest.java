package ru.trenergram.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {

    @ParameterizedTest
    @CsvSource({
        "+7 916 123-45-67, +79161234567",
        "8 (916) 123-45-67, +79161234567",
        "79161234567, +79161234567",
        "9161234567, +79161234567",
        "+44 20 7946 0958, +442079460958",
        "00442079460958, +442079460958",
        "8.916.123.45.67, +79161234567"
    })
    void a_number_is_kept_one_way_however_it_is_written(String written, String kept) {
        assertThat(Phones.normal(written)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "нет", "123", "+0123456789", "916123456", "+7916123456789012", "=1+1", "8916123456a"})
    void other_things_are_no_numbers(String written) {
        assertThat(Phones.normal(written)).isEmpty();
    }
}
