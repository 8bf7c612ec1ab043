package ru.trenergram.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import ru.trenergram.telegram.Incoming.Content;
import ru.trenergram.telegram.spi.BotModule.Handler;
import ru.trenergram.telegram.spi.Input;

class RouteTableTest {

    private static final Handler ANY = _ -> {};

    private static RouteTable table() {
        var texts = new StaticMessageSource();
        texts.addMessage("menu.day", Locale.of("ru"), "День");
        texts.addMessage("menu.day", Locale.ENGLISH, "Day");
        return new RouteTable(texts, List.of());
    }

    @Test
    void a_route_given_twice_stops_the_start() {
        var table = table();
        table.command("day", ANY);
        assertThatThrownBy(() -> table.command("day", ANY)).hasMessageContaining("day");
    }

    @Test
    void start_and_cancel_belong_to_the_transport() {
        assertThatThrownBy(() -> table().command("cancel", ANY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_is_known_in_every_language() {
        var table = table();
        table.key("menu.day", ANY);
        assertThat(table.key("День")).contains(ANY);
        assertThat(table.key("Day")).contains(ANY);
    }

    @Test
    void commands_are_understood_in_capitals_with_the_bots_name_and_with_arguments() {
        var table = table();
        table.command("day", ANY);
        var route = new Router(table).route(new Content.Words("/DAY@trenergram_bot  tomorrow "), "form");
        assertThat(route.handler()).isSameAs(ANY);
        assertThat(route.input()).isEqualTo(new Input.Text("tomorrow"));
        assertThat(route.leavesDialog()).isFalse();
    }

    @Test
    void a_button_brings_its_arguments() {
        var table = table();
        table.button("confirm", ANY);
        var route = new Router(table).route(new Content.Press("1", "confirm:7:", 3, true), null);
        assertThat(route.input()).isEqualTo(new Input.Press(List.of("7", ""), 3));
    }

    @Test
    void a_dialog_that_no_module_knows_any_more_is_left() {
        var route = new Router(table()).route(new Content.Words("hello"), "renamed");
        assertThat(route.leavesDialog()).isTrue();
    }
}
