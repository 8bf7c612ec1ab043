package ru.trenergram.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "W/\"3\"", "3", " \"3\" "})
    void a_version_can_come_as_if_match(String ifMatch) {
        assertThat(Versions.named(null, ifMatch)).isEqualTo(3);
        assertThat(Versions.named(3, ifMatch)).isEqualTo(3);
    }

    @Test
    void a_version_in_the_body_is_enough() {
        assertThat(Versions.named(2, null)).isEqualTo(2);
    }

    @Test
    void two_that_differ_are_refused() {
        assertThatThrownBy(() -> Versions.named(2, "\"3\"")).isInstanceOf(DomainException.class);
    }

    @Test
    void an_edit_that_must_name_a_version_is_refused_without_one() {
        assertThatThrownBy(() -> Versions.named(null, null)).isInstanceOf(DomainException.class);
        assertThat(Versions.namedIfAny(null, null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "\"x\"", "\"3", "\"\"3\"\"", "99999999999"})
    void what_is_no_version_is_refused(String ifMatch) {
        assertThatThrownBy(() -> Versions.named(null, ifMatch)).isInstanceOf(DomainException.class);
    }
}
