package ru.trenergram.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.trenergram.simulator.Http;
import ru.trenergram.simulator.SimulatorTest;
import ru.trenergram.support.MovableClock;

@SimulatorTest
class BotApiIntegrationTest {

    private final Http http;
    private final MovableClock clock;
    private long person;

    BotApiIntegrationTest(@LocalServerPort int port, @Autowired MovableClock clock) {
        this.http = new Http(port);
        this.clock = clock;
    }

    @BeforeEach
    void someone_has_started_the_bot() {
        person = http.acquaintance();
    }

    @ParameterizedTest
    @ValueSource(strings = {"getMe", "getme", "GETME"})
    void a_method_is_found_in_any_case(String method) {
        var answer = http.get("/bot" + Http.MAIN + "/" + method);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.result().get("id").longValue()).isEqualTo(1_000_000_001L);
        assertThat(answer.result().get("is_bot").booleanValue()).isTrue();
        assertThat(answer.result().get("username").stringValue()).isEqualTo("trenergram_bot");
    }

    @Test
    void what_the_api_does_not_know_is_answered_in_telegrams_form() {
        assertThat(http.bot("sendDice", "{}").response().body())
                .isEqualTo("{\"ok\":false,\"error_code\":404,\"description\":\"Not Found: method not found\"}");
        assertThat(http.get("/bot1:no-such-bot/getMe").response().body())
                .isEqualTo("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
        assertThat(http.bot("sendMessage", "{").status()).isEqualTo(400);
    }

    @Test
    void a_message_is_answered_as_telegram_shapes_it() {
        var message = send("'text':'<b>Вт</b> http://example.org','parse_mode':'HTML',"
                        + "'reply_markup':'{\\'inline_keyboard\\':[[{\\'text\\':\\'Да\\',\\'callback_data\\':\\'yes\\'}]]}'"
                                .replace("\\'", "\\\""))
                .result();

        assertThat(message.get("date").longValue()).isEqualTo(clock.instant().getEpochSecond());
        assertThat(message.get("from").get("is_bot").booleanValue()).isTrue();
        assertThat(message.get("chat").get("id").longValue()).isEqualTo(person);
        assertThat(message.get("chat").get("type").stringValue()).isEqualTo("private");
        assertThat(message.get("text").stringValue()).isEqualTo("Вт http://example.org");
        assertThat(message.get("entities").toString())
                .isEqualTo("[{\"offset\":0,\"length\":2,\"type\":\"bold\"},"
                        + "{\"offset\":3,\"length\":18,\"type\":\"url\"}]");
        assertThat(message.get("reply_markup").toString())
                .isEqualTo("{\"inline_keyboard\":[[{\"text\":\"Да\",\"callback_data\":\"yes\"}]]}");
    }

    @Test
    void a_reply_keyboard_belongs_to_the_chat_and_is_never_echoed() {
        var message = send("'text':'x','reply_markup':{'keyboard':[['Да',{'text':'Телефон','request_contact':true}]]}");

        assertThat(message.result().has("reply_markup")).isFalse();
        assertThat(keyboard().toString())
                .contains("[{\"text\":\"Да\"},{\"text\":\"Телефон\",\"request_contact\":true}]");
        assertThat(edit(message, "'text':'y'").description()).isEqualTo("Bad Request: message can't be edited");

        send("'text':'x','reply_markup':{'remove_keyboard':true}");
        assertThat(keyboard().isNull()).isTrue();
    }

    @Test
    void an_edit_replaces_text_and_buttons_and_must_change_something() {
        var message = send("'text':'x','reply_markup':{'inline_keyboard':[[{'text':'a','callback_data':'b'}]]}");
        clock.advance(Duration.ofMinutes(1));

        var edited = edit(message, "'text':'<i>y</i>','parse_mode':'HTML'");
        assertThat(edited.result().get("text").stringValue()).isEqualTo("y");
        assertThat(edited.result().get("edit_date").longValue())
                .isEqualTo(clock.instant().getEpochSecond());
        assertThat(edited.result().has("reply_markup")).isFalse();
        assertThat(edit(message, "'text':'<i>y</i>','parse_mode':'HTML'").description())
                .startsWith("Bad Request: message is not modified:");
        assertThat(edit(message, "'text':'z','reply_markup':{'keyboard':[['a']]}")
                        .description())
                .isEqualTo("Bad Request: inline keyboard expected");
    }

    @Test
    void a_deleted_message_is_gone_and_an_old_one_stays() {
        var message = send("'text':'x'");
        var old = send("'text':'y'");
        assertThat(delete(message).status()).isEqualTo(200);
        assertThat(edit(message, "'text':'z'").description()).isEqualTo("Bad Request: message to edit not found");

        clock.advance(Duration.ofHours(49));
        assertThat(delete(old).description()).isEqualTo("Bad Request: message can't be deleted for everyone");
    }

    @Test
    void too_many_messages_to_one_chat_have_to_wait() {
        for (int i = 0; i < 20; i++) {
            send("'text':'x'");
        }
        var refused = send("'text':'x'");
        for (int i = 0; i < 5 && refused.status() == 200; i++) {
            refused = send("'text':'x'");
        }

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body().get("parameters").get("retry_after").intValue())
                .isPositive();
        assertThat(refused.description()).startsWith("Too Many Requests: retry after ");
    }

    private Http.Answer send(String fields) {
        return http.bot("sendMessage", "{'chat_id':'" + person + "'," + fields + "}");
    }

    private Http.Answer edit(Http.Answer message, String fields) {
        return http.bot(
                "editMessageText",
                "{'chat_id':" + person + ",'message_id':" + message.result().get("message_id") + "," + fields + "}");
    }

    private Http.Answer delete(Http.Answer message) {
        return http.bot(
                "deleteMessage",
                "{'chat_id':" + person + ",'message_id':" + message.result().get("message_id") + "}");
    }

    private tools.jackson.databind.JsonNode keyboard() {
        return http.get("/simulator/api/people/" + person + "/chats")
                .body()
                .get("items")
                .get(0)
                .get("reply_keyboard");
    }
}
