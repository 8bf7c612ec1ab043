package ru.trenergram.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.trenergram.simulator.Http;
import ru.trenergram.simulator.SimulatedPeople;
import ru.trenergram.simulator.SimulatorTest;
import ru.trenergram.support.MovableClock;
import tools.jackson.databind.JsonNode;

@SimulatorTest
class ChatApiIntegrationTest {

    private static final String BUTTON =
            "'reply_markup':{'inline_keyboard':[[{'text':'Да','callback_data':'yes:1'},{'text':'Нет','callback_data':'no:1'}]]}";

    private final Http http;
    private final SimulatedPeople people;
    private final MovableClock clock;
    private long person;

    ChatApiIntegrationTest(
            @LocalServerPort int port, @Autowired SimulatedPeople people, @Autowired MovableClock clock) {
        this.http = new Http(port);
        this.people = people;
        this.clock = clock;
    }

    @BeforeEach
    void someone_has_started_the_bot() {
        person = http.acquaintance();
    }

    @Test
    void a_person_of_the_page_gets_an_id_and_a_phone() {
        var made = http.post(
                "/simulator/api/people",
                "{\"first_name\":\" Олег \",\"last_name\":\"\",\"username\":\"oleg_test\",\"language_code\":\"en\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().get("telegram_id").longValue()).isGreaterThanOrEqualTo(7_000_000_000L);
        assertThat(made.body().get("first_name").stringValue()).isEqualTo("Олег");
        assertThat(made.body().get("last_name").isNull()).isTrue();
        assertThat(made.body().get("phone").stringValue()).matches("7999\\d{7}");
    }

    @Test
    void a_wrong_person_is_a_problem_with_a_code() {
        assertThat(problem("{\"first_name\":\" \"}")).isEqualTo("422 invalid_name");
        assertThat(problem("{\"first_name\":\"А\",\"username\":\"1x\"}")).isEqualTo("422 invalid_username");
        assertThat(problem("{\"first_name\":\"А\",\"language_code\":\"de\"}")).isEqualTo("422 invalid_language");
        assertThat(problem("{")).isEqualTo("400 malformed_request");
        http.post("/simulator/api/people", "{\"first_name\":\"А\",\"username\":\"Taken_Name\"}");
        assertThat(problem("{\"first_name\":\"Б\",\"username\":\"taken_name\"}"))
                .isEqualTo("409 username_taken");
        assertThat(http.get("/simulator/api/people/1").body().get("code").stringValue())
                .isEqualTo("person_not_found");
    }

    @Test
    void people_of_other_modules_are_added_once() {
        people.add(5_000_001L, "Мария", null, "maria_demo", "ru", "79161234567");
        people.add(5_000_001L, "Другая", null, null, "ru", "79160000000");

        assertThat(people.find(5_000_001L)).get().satisfies(maria -> {
            assertThat(maria.firstName()).isEqualTo("Мария");
            assertThat(maria.phone()).isEqualTo("79161234567");
        });
    }

    @Test
    void a_command_is_marked_as_one_so_that_the_bot_knows_it() {
        http.chat(person, "messages", "{'text':'/start trainer_1'}");

        assertThat(update().get("message").get("entities").toString())
                .isEqualTo("[{\"offset\":0,\"length\":6,\"type\":\"bot_command\"}]");
    }

    @Test
    void the_own_contact_carries_the_own_id_and_anothers_the_others() {
        http.chat(person, "contact", "{'own':true}");
        JsonNode own = update().get("message");
        assertThat(own.get("contact").get("user_id").longValue())
                .isEqualTo(own.get("from").get("id").longValue());

        long other = http.person();
        http.chat(person, "contact", "{'telegram_id':" + other + "}");
        assertThat(update().get("message").get("contact").get("user_id").longValue())
                .isEqualTo(other);

        http.chat(person, "contact", "{'first_name':'Сосед','phone':'79990000000'}");
        assertThat(update().get("message").get("contact").has("user_id")).isFalse();
    }

    @Test
    void stickers_and_locations_arrive_as_what_they_are() {
        http.chat(person, "sticker", "{}");
        assertThat(update().get("message").has("sticker")).isTrue();
        http.chat(person, "location", "{}");
        assertThat(update().get("message").has("location")).isTrue();
    }

    @Test
    void a_press_reaches_the_bot_and_its_answer_the_page() {
        long message = send(BUTTON);
        var pressed = http.chat(person, "press", "{'message_id':" + message + ",'data':'yes:1'}");
        JsonNode query = update().get("callback_query");

        assertThat(pressed.status()).isEqualTo(202);
        assertThat(query.get("id").stringValue())
                .isEqualTo(pressed.body().get("press_id").stringValue());
        assertThat(query.get("data").stringValue()).isEqualTo("yes:1");
        assertThat(query.get("message").get("message_id").longValue()).isEqualTo(message);
        assertThat(query.get("chat_instance").stringValue()).isNotEmpty();

        String answer =
                "{'callback_query_id':'" + query.get("id").stringValue() + "','text':'Готово','show_alert':true}";
        assertThat(http.bot("answerCallbackQuery", answer).status()).isEqualTo(200);
        JsonNode told = changes(0).get("answers").get(0);
        assertThat(told.get("text").stringValue()).isEqualTo("Готово");
        assertThat(told.get("alert").booleanValue()).isTrue();
        assertThat(http.bot("answerCallbackQuery", answer).status()).isEqualTo(400);
    }

    @Test
    void a_double_press_is_two_queries_as_in_telegram() {
        long message = send(BUTTON);
        String press = "{'message_id':" + message + ",'data':'yes:1'}";
        var first = http.chat(person, "press", press);
        var second = http.chat(person, "press", press);

        assertThat(first.body().get("press_id")).isNotEqualTo(second.body().get("press_id"));
        assertThat(http.bot("getUpdates", "{}").result()).hasSize(2);
    }

    @Test
    void a_button_is_found_by_its_text_and_is_gone_with_the_keyboard() {
        long message = send(BUTTON);
        assertThat(http.chat(person, "press", "{'text':'Нет'}").status()).isEqualTo(202);

        http.bot("editMessageReplyMarkup", "{'chat_id':" + person + ",'message_id':" + message + "}");
        var gone = http.chat(person, "press", "{'message_id':" + message + ",'data':'yes:1'}");
        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.body().get("code").stringValue()).isEqualTo("button_gone");
    }

    @Test
    void an_old_press_can_no_longer_be_answered() {
        long message = send(BUTTON);
        var pressed = http.chat(person, "press", "{'message_id':" + message + ",'data':'yes:1'}");
        clock.advance(Duration.ofMinutes(11));

        assertThat(http.bot(
                                "answerCallbackQuery",
                                "{'callback_query_id':" + pressed.body().get("press_id") + "}")
                        .description())
                .startsWith("Bad Request: query is too old");
    }

    @Test
    void blocking_is_told_once_and_a_blocked_bot_gets_nothing() {
        http.chat(person, "block", "{'blocked':true}");
        http.chat(person, "block", "{'blocked':true}");

        var updates = http.bot("getUpdates", "{}").result();
        assertThat(updates).hasSize(1);
        assertThat(updates.get(0)
                        .get("my_chat_member")
                        .get("new_chat_member")
                        .get("status")
                        .stringValue())
                .isEqualTo("kicked");
        assertThat(http.chat(person, "messages", "{'text':'x'}")
                        .body()
                        .get("code")
                        .stringValue())
                .isEqualTo("bot_blocked");
    }

    @Test
    void changes_tell_what_is_new_edited_and_deleted_since_the_last_time() {
        long kept = send("'entities':[]");
        long removed = send("'entities':[]");
        long seen = changes(0).get("next").longValue();

        http.bot("editMessageText", "{'chat_id':" + person + ",'message_id':" + kept + ",'text':'new'}");
        http.bot("deleteMessage", "{'chat_id':" + person + ",'message_id':" + removed + "}");
        JsonNode changes = changes(seen);

        assertThat(changes.get("items")).hasSize(1);
        assertThat(changes.get("items").get(0).get("text").stringValue()).isEqualTo("new");
        assertThat(changes.get("deleted").toString()).isEqualTo("[" + removed + "]");
        assertThat(changes(changes.get("next").longValue()).get("items")).isEmpty();
    }

    @Test
    void the_overview_waits_for_news_and_counts_the_unread() {
        String path = "/simulator/api/people/" + person + "/chats";
        var before = http.get(path).body();
        var held = CompletableFuture.supplyAsync(
                () -> http.get(path + "?wait=20&known=" + before.get("version").stringValue()));
        send(BUTTON);

        await().atMost(Duration.ofSeconds(5)).until(held::isDone);
        JsonNode chat = http.get(path).body().get("items").get(0);
        assertThat(chat.get("unread").intValue()).isEqualTo(1);

        http.chat(person, "read", "{'message_id':" + chat.get("last_message").get("message_id") + "}");
        assertThat(http.get(path).body().get("items").get(0).get("unread").intValue())
                .isZero();
    }

    @Test
    void a_persons_commands_are_the_nearest_in_their_language() {
        http.bot("setMyCommands", "{'commands':[{'command':'start','description':'Start'}]}");
        http.bot(
                "setMyCommands",
                "{'commands':[{'command':'qr','description':'QR'}],'scope':{'type':'chat','chat_id':" + person + "}}");
        long other = http.person();

        assertThat(commandsOf(person)).isEqualTo("qr");
        assertThat(commandsOf(other)).isEqualTo("start");
    }

    @Test
    void a_picture_is_taken_in_both_forms_of_upload_and_again_by_its_id() {
        String attached = http.photo(person, "attach://qr.png", "qr.png");
        String plain = http.photo(person);

        assertThat(http.get("/simulator/api/files/" + attached)
                        .response()
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("image/png");
        assertThat(plain).isNotEqualTo(attached);
        String again = "{'chat_id':" + person + ",'photo':'" + plain + "','caption':'<b>QR</b>','parse_mode':'HTML'}";
        var resent = http.bot("sendPhoto", again).result();
        assertThat(resent.get("caption").stringValue()).isEqualTo("QR");
        assertThat(resent.get("photo").get(0).get("width").intValue()).isEqualTo(8);
        assertThat(http.post("/bot" + Http.STAFF + "/sendPhoto", again.replace('\'', '"'))
                        .status())
                .isNotEqualTo(200);
    }

    private String commandsOf(long who) {
        return http.get("/simulator/api/people/" + who + "/chats")
                .body()
                .get("items")
                .get(0)
                .get("commands")
                .get(0)
                .get("command")
                .stringValue();
    }

    private String problem(String person) {
        var answer = http.post("/simulator/api/people", person);
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return answer.status() + " " + answer.body().get("code").stringValue();
    }

    private long send(String fields) {
        return http.bot("sendMessage", "{'chat_id':" + person + ",'text':'x'," + fields + "}")
                .result()
                .get("message_id")
                .longValue();
    }

    private JsonNode changes(long after) {
        return http.get("/simulator/api/chats/main/" + person + "/messages?after=" + after)
                .body();
    }

    /** The newest update; it and all before are confirmed. */
    private JsonNode update() {
        JsonNode updates = http.bot("getUpdates", "{'allowed_updates':[]}").result();
        JsonNode newest = updates.get(updates.size() - 1);
        http.bot("getUpdates", "{'offset':" + (newest.get("update_id").longValue() + 1) + "}");
        return newest;
    }
}
