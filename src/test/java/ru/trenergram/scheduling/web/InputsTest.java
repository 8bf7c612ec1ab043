package ru.trenergram.scheduling.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.trenergram.base.DomainException;

class InputsTest {

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"3\"", "W/\"3\"", " \"3\" "})
    void a_version_can_come_as_if_match(String ifMatch) {
        assertThat(Inputs.version(null, ifMatch)).isEqualTo(3);
    }

    @Test
    void the_body_goes_before_if_match() {
        assertThat(Inputs.version(2, "\"3\"")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "\"x\"", "99999999999"})
    void what_is_no_version_is_refused(String ifMatch) {
        assertThatThrownBy(() -> Inputs.version(null, ifMatch)).isInstanceOf(DomainException.class);
    }
}
