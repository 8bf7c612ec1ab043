package ru.trenergram.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.trenergram.simulator.Http;
import ru.trenergram.simulator.SimulatorTest;
import ru.trenergram.support.Together;
import tools.jackson.databind.JsonNode;

@SimulatorTest
class FaultsIntegrationTest {

    private static final String FAULTS = "/simulator/api/faults";

    private final Http http;
    private long anna;
    private long boris;

    FaultsIntegrationTest(@LocalServerPort int port) {
        this.http = new Http(port);
    }

    @BeforeEach
    void two_have_started_the_bot() {
        anna = http.acquaintance();
        boris = http.acquaintance();
        http.bot("getUpdates", "{'allowed_updates':[]}");
    }

    @AfterEach
    void everything_goes_well_again() {
        http.delete(FAULTS);
    }

    @ParameterizedTest(name = "{0} → {2}")
    @CsvSource(quoteCharacter = '~', textBlock = """
            ~'kind':'too_many_requests','seconds':7~               , 429, Too Many Requests: retry after 7
            ~'kind':'blocked'~                                     , 403, Forbidden: bot was blocked by the user
            ~'kind':'deactivated'~                                 , 403, Forbidden: user is deactivated
            ~'kind':'server_error'~                                , 500, Internal Server Error
            ~'kind':'server_error','code':502~                     , 502, Bad Gateway
            ~'kind':'server_error','code':504~                     , 504, Gateway Timeout
            ~'kind':'bad_request','description':'PEER_ID_INVALID'~ , 400, Bad Request: PEER_ID_INVALID
            """)
    void a_call_is_refused_as_telegram_refuses(String fault, int code, String description) {
        add(fault);

        var answer = write(anna);

        assertThat(answer.status()).isEqualTo(code);
        assertThat(answer.body().get("ok").booleanValue()).isFalse();
        assertThat(answer.body().get("error_code").intValue()).isEqualTo(code);
        assertThat(answer.description()).isEqualTo(description);
        assertThat(heard(anna)).isEmpty();
    }

    @Test
    void too_many_requests_say_how_long_to_wait_in_the_answer_and_in_its_header() {
        add("'kind':'too_many_requests'");

        var answer = write(anna);

        assertThat(answer.body().get("parameters").get("retry_after").intValue())
                .isEqualTo(5);
        assertThat(answer.response().headers().firstValue("Retry-After")).hasValue("5");
    }

    @Test
    void without_an_answer_the_connection_breaks_and_nothing_was_done() {
        add("'kind':'no_answer'");

        assertThatThrownBy(() -> write(anna)).hasRootCauseInstanceOf(IOException.class);

        assertThat(heard(anna)).isEmpty();
    }

    @Test
    void when_the_answer_is_lost_the_message_is_there_all_the_same() {
        add("'kind':'lost_answer'");

        assertThatThrownBy(() -> write(anna)).hasRootCauseInstanceOf(IOException.class);

        assertThat(heard(anna)).containsExactly("hello");
    }

    @Test
    void a_slow_answer_takes_its_time() {
        add("'kind':'slow','seconds':1");
        long begun = System.nanoTime();

        assertThat(write(anna).status()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void it_strikes_the_next_calls_and_ends() throws Exception {
        long id = add("'kind':'blocked','times':3");

        Callable<Integer> call = () -> write(anna).status();
        List<Integer> codes = Together.atOnce(Collections.nCopies(8, call));

        assertThat(codes.stream().filter(code -> code == 403)).hasSize(3);
        assertThat(codes.stream().filter(code -> code == 200)).hasSize(5);
        assertThat(fault(id).get("hits").longValue()).isEqualTo(3);
        assertThat(fault(id).get("over").booleanValue()).isTrue();
    }

    @Test
    void it_lasts_until_it_is_switched_off() {
        long id = add("'kind':'blocked'");
        assertThat(write(anna).status()).isEqualTo(403);
        assertThat(write(anna).status()).isEqualTo(403);
        assertThat(http.get("/simulator/api/state").body().get("active_faults").intValue())
                .isEqualTo(1);

        http.delete(FAULTS + "/" + id);

        assertThat(write(anna).status()).isEqualTo(200);
    }

    @Test
    void the_same_seed_strikes_the_same_calls_again() {
        String fault = "'kind':'blocked','probability':0.4,'seed':7,'method':'getMe'";
        List<Integer> first = codesOfTen(fault);

        assertThat(first).contains(403).contains(200);
        assertThat(codesOfTen(fault)).isEqualTo(first);
        assertThat(codesOfTen("'kind':'blocked','probability':0.4,'seed':8,'method':'getMe'"))
                .isNotEqualTo(first);
    }

    private List<Integer> codesOfTen(String fault) {
        long id = add(fault);
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            codes.add(http.bot("getMe", "{}").status());
        }
        http.delete(FAULTS + "/" + id);
        return codes;
    }

    @Test
    void it_keeps_to_its_bot_method_and_chat() {
        add("'kind':'blocked','bot':'main','method':'sendmessage','chat_id':" + anna);

        assertThat(write(anna).status()).isEqualTo(403);
        assertThat(write(boris).status()).isEqualTo(200);
        assertThat(http.bot("setChatMenuButton", "{'chat_id':" + anna + "}").status())
                .isEqualTo(200);
        assertThat(http.post("/bot" + Http.STAFF + "/sendMessage", "{\"chat_id\":" + anna + ",\"text\":\"x\"}")
                        .description())
                .contains("initiate");
    }

    @Test
    void an_answer_to_a_button_belongs_to_the_chat_of_the_button() {
        http.bot(
                "sendMessage",
                "{'chat_id':" + anna
                        + ",'text':'x','reply_markup':{'inline_keyboard':[[{'text':'a','callback_data':'b'}]]}}");
        String press =
                http.chat(anna, "press", "{'data':'b'}").body().get("press_id").stringValue();
        add("'kind':'server_error','chat_id':" + anna);

        assertThat(http.bot("answerCallbackQuery", "{'callback_query_id':'" + press + "'}")
                        .status())
                .isEqualTo(500);
    }

    @Test
    void polls_are_struck_only_when_they_are_meant() {
        add("'kind':'server_error'");
        assertThat(http.bot("getMe", "{}").status()).isEqualTo(500);
        assertThat(http.bot("getUpdates", "{}").status()).isEqualTo(200);

        add("'kind':'server_error','method':'getUpdates','times':1");
        assertThat(http.bot("getUpdates", "{}").status()).isEqualTo(500);
        assertThat(http.bot("getUpdates", "{}").status()).isEqualTo(200);
    }

    @Test
    void an_update_is_delivered_twice() {
        http.chat(boris, "messages", "{'text':'0'}");
        add("'kind':'duplicate','times':1,'chat_id':" + anna);
        http.chat(anna, "messages", "{'text':'1'}");
        http.chat(anna, "messages", "{'text':'2'}");

        assertThat(updates("{}")).containsExactly("0", "1", "1", "2");
    }

    @Test
    void an_update_is_overtaken_by_the_next_one_for_which_it_waits() {
        add("'kind':'reorder','times':1,'seconds':30");
        http.chat(anna, "messages", "{'text':'1'}");
        assertThat(updates("{}")).isEmpty();

        http.chat(anna, "messages", "{'text':'2'}");

        assertThat(updates("{}")).containsExactly("2", "1");
    }

    @Test
    void an_update_that_nothing_follows_is_delivered_in_the_end() {
        add("'kind':'reorder','times':1,'seconds':1");
        http.chat(anna, "messages", "{'text':'1'}");

        assertThat(updates("{'timeout':10}")).containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
            ~'kind':'earthquake'~                               , 422, invalid_fault
            ~'times':1~                                         , 422, invalid_fault
            ~'kind':'blocked','times':0~                        , 422, invalid_times
            ~'kind':'blocked','probability':0~                  , 422, invalid_probability
            ~'kind':'blocked','probability':1.5~                , 422, invalid_probability
            ~'kind':'slow','seconds':-1~                        , 422, invalid_seconds
            ~'kind':'slow','seconds':601~                       , 422, invalid_seconds
            ~'kind':'server_error','code':200~                  , 422, invalid_code
            ~'kind':'bad_request'~                              , 422, invalid_description
            ~'kind':'blocked','method':'sendDice'~              , 422, invalid_method
            ~'kind':'blocked','bot':'other'~                    , 404, bot_not_found
            ~'kind':'blocked','times':'many'~                   , 400, malformed_request
            """)
    void a_fault_that_makes_no_sense_is_refused(String fault, int status, String code) {
        var refused = http.post(FAULTS, ("{" + fault + "}").replace('\'', '"'));

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.body().get("code").stringValue()).isEqualTo(code);
        assertThat(refused.body().get("detail").stringValue()).isNotBlank();
    }

    private long add(String fault) {
        var added = http.post(FAULTS, ("{" + fault + "}").replace('\'', '"'));
        assertThat(added.status()).isEqualTo(201);
        return added.body().get("id").longValue();
    }

    private JsonNode fault(long id) {
        return http.get(FAULTS)
                .body()
                .get("items")
                .valueStream()
                .filter(fault -> fault.get("id").longValue() == id)
                .findFirst()
                .orElseThrow();
    }

    private Http.Answer write(long person) {
        return http.bot("sendMessage", "{'chat_id':" + person + ",'text':'hello'}");
    }

    private List<String> heard(long person) {
        return http.get("/simulator/api/chats/main/" + person + "/messages")
                .body()
                .get("items")
                .valueStream()
                .filter(message -> message.get("from").get("is_bot").booleanValue())
                .map(message -> message.get("text").stringValue())
                .toList();
    }

    private List<String> updates(String fields) {
        return http.bot("getUpdates", fields)
                .result()
                .valueStream()
                .map(update -> update.get("message").get("text").stringValue())
                .toList();
    }
}
