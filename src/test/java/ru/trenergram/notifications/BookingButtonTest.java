package ru.trenergram.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.trenergram.notifications.BookingButton.Action;
import ru.trenergram.telegram.spi.Input;

class BookingButtonTest {

    private static Input.Press press(String data) {
        List<String> parts = List.of(data.split(":", -1));
        return new Input.Press(parts.subList(1, parts.size()), 1);
    }

    @ParameterizedTest
    @EnumSource
    void comes_back_as_it_was_sent_and_fits_into_telegrams_64_bytes(Action action) {
        var button = new BookingButton(action, UUID.randomUUID(), 999_999_999);
        assertThat(button.data()).startsWith("bk:").hasSizeLessThanOrEqualTo(64);
        assertThat(BookingButton.of(press(button.data()))).contains(button);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bk",
                "bk:c",
                "bk:c:AAAAAAAAAAAAAAAAAAAAAA",
                "bk:c:AAAAAAAAAAAAAAAAAAAAAA:",
                "bk:c:AAAAAAAAAAAAAAAAAAAAAA:-1",
                "bk:c:AAAAAAAAAAAAAAAAAAAAAA:9999999999",
                "bk:z:AAAAAAAAAAAAAAAAAAAAAA:0",
                "bk:c:short:0",
                "bk:c:ЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯ:0"
            })
    void anything_else_is_no_button_of_ours(String data) {
        assertThat(BookingButton.of(press(data))).isEmpty();
    }
}
