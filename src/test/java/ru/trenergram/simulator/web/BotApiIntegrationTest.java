package ru.trenergram.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                .isEqualTo("{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}");
        assertThat(http.get("/bot1:no-such-bot/getMe").response().body())
                .isEqualTo("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
        assertThat(http.bot("sendMessage", "{").status()).isEqualTo(400);
        assertThat(http.get("/bot" + Http.MAIN).status()).isEqualTo(404);
        assertThat(http.get("/bot").status()).isEqualTo(401);
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            sendMessage | 'chat_id':'ME','text':'' | Bad Request: message text is empty
            sendMessage | 'chat_id':'ME','text':'<b> </b>','parse_mode':'HTML' | Bad Request: message text is empty
            sendMessage | 'chat_id':'ME','text':'LONG' | Bad Request: message is too long
            sendMessage | 'chat_id':'ME','text':'<b>x','parse_mode':'HTML' | Bad Request: can't parse entities: Can't find end tag corresponding to start tag "b"
            sendMessage | 'text':'x' | Bad Request: chat_id is empty
            sendMessage | 'chat_id':'1','text':'x' | Bad Request: chat not found
            sendMessage | 'chat_id':'@nobody','text':'x' | Bad Request: chat not found
            sendMessage | 'chat_id':'ME','text':'x','reply_markup':{'inline_keyboard':[[{'text':'a','callback_data':''}]]} | Bad Request: BUTTON_DATA_INVALID
            sendMessage | 'chat_id':'ME','text':'x','reply_markup':{'inline_keyboard':[[{'text':'a','callback_data':'привет-привет-привет-привет-приветы'}]]} | Bad Request: BUTTON_DATA_INVALID
            sendMessage | 'chat_id':'ME','text':'x','reply_markup':{'inline_keyboard':[[{'text':'a'}]]} | Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard
            sendMessage | 'chat_id':'ME','text':'x','reply_markup':{'inline_keyboard':[[{'callback_data':'a'}]]} | Bad Request: can't parse inline keyboard button: Can't find field "text"
            sendMessage | 'chat_id':'ME','text':'x','reply_markup':{'inline_keyboard':[[{'text':'a','url':'javascript:alert(1)'}]]} | Bad Request: inline keyboard button URL 'javascript:alert(1)' is invalid: URL host is empty
            sendMessage | 'chat_id':'ME','text':'x','reply_markup':{'inline_keyboard':[[{'text':'a','web_app':{'url':'http://example.org/'}}]]} | Bad Request: inline keyboard button Web App URL 'http://example.org/' is invalid: Only HTTPS links are allowed
            sendPhoto | 'chat_id':'ME' | Bad Request: there is no photo in the request
            sendPhoto | 'chat_id':'ME','photo':'AgAC-of-another-bot' | Bad Request: wrong file identifier/HTTP URL specified
            sendPhoto | 'chat_id':'ME','caption':'CAPTION','photo':'x' | Bad Request: message caption is too long
            sendDocument | 'chat_id':'ME' | Bad Request: there is no document in the request
            sendDocument | 'chat_id':'ME','document':'BQAC-of-another-bot' | Bad Request: wrong file identifier/HTTP URL specified
            sendDocument | 'chat_id':'ME','caption':'CAPTION','document':'x' | Bad Request: message caption is too long
            editMessageText | 'chat_id':'ME','message_id':999999999,'text':'x' | Bad Request: message to edit not found
            deleteMessage | 'chat_id':'ME','message_id':999999999 | Bad Request: message to delete not found
            answerCallbackQuery | 'callback_query_id':'1' | Bad Request: query is too old and response timeout expired or query ID is invalid
            setMyCommands | 'commands':[{'command':'Старт','description':'x'}] | Bad Request: BOT_COMMAND_INVALID
            setMyCommands | 'commands':[{'command':'start','description':''}] | Bad Request: BOT_COMMAND_DESCRIPTION_INVALID
            """)
    void a_call_that_telegram_refuses_is_refused_in_its_words(String method, String fields, String description) {
        String json = "{" + fields.replace("ME", Long.toString(person)).replace("LONG", "ж".repeat(4097)) + "}";
        var answer = http.bot(method, json.replace("CAPTION", "ж".repeat(1025)));

        assertThat(answer.description()).isEqualTo(description);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("error_code").intValue()).isEqualTo(400);
        assertThat(answer.body().get("ok").booleanValue()).isFalse();
    }

    @Test
    void the_longest_text_and_data_pass() {
        assertThat(send("'text':'<b>" + "ж".repeat(4096) + "</b>','parse_mode':'HTML'")
                        .status())
                .isEqualTo(200);
        assertThat(send("'text':'x','reply_markup':{'inline_keyboard':[[{'text':'a','callback_data':'" + "ж".repeat(32)
                                + "'}]]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_bot_cannot_write_first_nor_to_one_who_blocked_it() {
        long stranger = http.person();
        assertThat(http.bot("sendMessage", "{'chat_id':" + stranger + ",'text':'x'}")
                        .description())
                .isEqualTo("Forbidden: bot can't initiate conversation with a user");

        http.chat(person, "block", "{'blocked':true}");
        var refused = send("'text':'x'");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.description()).isEqualTo("Forbidden: bot was blocked by the user");

        http.chat(person, "block", "{'blocked':false}");
        assertThat(send("'text':'x'").status()).isEqualTo(200);
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
