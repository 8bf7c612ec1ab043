package ru.trenergram.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.trenergram.simulator.Http;
import ru.trenergram.simulator.SimulatorTest;

/**
 * The simulator held against Telegram: what it takes, what it refuses, and in which words. The source of each line is one
 * of
 *
 * <ul>
 *   <li>docs: the limits of <a href="https://core.telegram.org/bots/api">the Bot API's documentation</a>;
 *   <li>api: Telegram's own <a href="https://github.com/tdlib/telegram-bot-api">Bot API server</a> 10.0 (Client.cpp,
 *       ClientManager.cpp, WebhookActor.cpp);
 *   <li>tdlib: <a href="https://github.com/tdlib/td">the library below it</a>, by the name of its file;
 *   <li>server: errors of Telegram's servers that the Bot API passes on, as
 *       <a href="https://core.telegram.org/api/errors">their list</a> and users of the Bot API report them.
 * </ul>
 */
@SimulatorTest
class TelegramRulesIntegrationTest {

    /** {@code «ж*4096»}: so many of these. */
    private static final Pattern REPEATED = Pattern.compile("«(.+?)\\*(\\d+)»");

    private final Http http;
    private long me;
    private long stranger;

    TelegramRulesIntegrationTest(@LocalServerPort int port) {
        this.http = new Http(port);
    }

    @BeforeEach
    void someone_has_started_the_bot_and_someone_has_not() {
        me = http.acquaintance();
        stranger = http.person();
    }

    @ParameterizedTest(name = "{0} {1} → {2} {3} ({4})")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            sendMessage | ME,'text':'x'                                      | 200 |                                                     | docs
            sendMessage | ME,'text':''                                       | 400 | Bad Request: message text is empty                  | api get_input_message_text
            sendMessage | ME                                                 | 400 | Bad Request: message text is empty                  | api get_input_message_text
            sendMessage | ME,'text':' '                                      | 400 | Bad Request: text must be non-empty                 | tdlib MessageEntity.cpp
            sendMessage | ME,'text':'<b> </b>','parse_mode':'HTML'           | 400 | Bad Request: text must be non-empty                 | tdlib MessageEntity.cpp
            sendMessage | ME,'text':'«ж*4096»'                               | 200 |                                                     | docs 1-4096 characters
            sendMessage | ME,'text':'«ж*4097»'                               | 400 | Bad Request: message is too long                    | tdlib MessageContent.cpp
            sendMessage | ME,'text':'<b>«ж*4096»</b>','parse_mode':'HTML'    | 200 |                                                     | docs after entities parsing
            sendMessage | ME,'text':'«💪*4096»'                              | 200 |                                                     | tdlib utf8_length
            sendMessage | ME,'text':'«ж*16385»'                              | 400 | Bad Request: text is too long                       | api get_formatted_text
            sendMessage | ME,'text':'x','parse_mode':'Latex'                 | 400 | Bad Request: unsupported parse_mode                 | api get_formatted_text
            sendMessage | ME,'text':'<b>x','parse_mode':'html'               | 400 | Bad Request: can't parse entities: Can't find end tag corresponding to start tag "b" | tdlib MessageEntity.cpp
            sendMessage | ME,'text':'ж<h1>x</h1>','parse_mode':'HTML'        | 400 | Bad Request: can't parse entities: Unsupported start tag "h1" at byte offset 2 | tdlib MessageEntity.cpp
            sendMessage | ME,'text':'<b>x</i>','parse_mode':'HTML'           | 400 | Bad Request: can't parse entities: Unmatched end tag at byte offset 4, expected "</b>", found "</i>" | tdlib MessageEntity.cpp
            sendMessage | 'text':'x'                                         | 400 | Bad Request: chat_id is empty                       | api check_chat
            sendMessage | 'chat_id':'','text':'x'                            | 400 | Bad Request: chat_id is empty                       | api check_chat
            sendMessage | 'chat_id':'1','text':'x'                           | 400 | Bad Request: chat not found                         | api check_chat
            sendMessage | 'chat_id':'@nobody','text':'x'                     | 400 | Bad Request: chat not found                         | api check_chat
            sendMessage | 'chat_id':'STRANGER','text':'x'                    | 403 | Forbidden: bot can't initiate conversation with a user | tdlib MessagesManager.cpp
            """)
    void messages(String method, String fields, int code, @Nullable String description, String source) {
        answers(method, fields, code, description);
    }

    @ParameterizedTest(name = "{0} {1} → {2} {3} ({4})")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            sendMessage | 'inline_keyboard':[[{'text':'a','callback_data':'«x*64»'}]]    | 200 |                                       | docs 1-64 bytes
            sendMessage | 'inline_keyboard':[[{'text':'a','callback_data':'«ж*32»'}]]    | 200 |                                       | docs 1-64 bytes
            sendMessage | 'inline_keyboard':[[{'text':'a','callback_data':'«x*65»'}]]    | 400 | Bad Request: BUTTON_DATA_INVALID      | server
            sendMessage | 'inline_keyboard':[[{'text':'a','callback_data':'«ж*33»'}]]    | 400 | Bad Request: BUTTON_DATA_INVALID      | server
            sendMessage | 'inline_keyboard':[[{'text':'a','callback_data':''}]]          | 400 | Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard | api get_inline_keyboard_button_type
            sendMessage | 'inline_keyboard':[[{'text':'a'}]]                             | 400 | Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard | api get_inline_keyboard_button_type
            sendMessage | 'inline_keyboard':[[{'callback_data':'a'}]]                    | 400 | Bad Request: can't parse inline keyboard button: Can't find field "text" | tdutils JsonBuilder.cpp
            sendMessage | 'inline_keyboard':[['a']]                                      | 400 | Bad Request: can't parse inline keyboard button: InlineKeyboardButton must be an Object | api get_inline_keyboard_button
            sendMessage | 'inline_keyboard':[{'text':'a','callback_data':'b'}]           | 400 | Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays | api get_reply_markup
            sendMessage | 'inline_keyboard':{}                                           | 400 | Bad Request: field "inline_keyboard" must be of type Array | tdutils JsonBuilder.cpp
            sendMessage | 'inline_keyboard':[[{'text':'','callback_data':'b'}]]          | 200 |                                       | tdlib ReplyMarkup.cpp leaves it out
            sendMessage | 'inline_keyboard':[[{'text':'a','url':'example.org'}]]         | 200 |                                       | docs
            sendMessage | 'inline_keyboard':[[{'text':'a','url':'tg://user?id=5'}]]      | 200 |                                       | docs
            sendMessage | 'inline_keyboard':[[{'text':'a','url':'https://nodot'}]]       | 400 | Bad Request: inline keyboard button URL 'https://nodot' is invalid: Wrong HTTP URL | tdlib LinkManager.cpp
            sendMessage | 'inline_keyboard':[[{'text':'a','url':'ftp://example.org'}]]   | 400 | Bad Request: inline keyboard button URL 'ftp://example.org' is invalid: Unsupported URL protocol | tdutils HttpUrl.cpp
            sendMessage | 'inline_keyboard':[[{'text':'a','url':'javascript:alert(1)'}]] | 400 | Bad Request: inline keyboard button URL 'javascript:alert(1)' is invalid: Wrong port number specified in the URL | tdutils HttpUrl.cpp
            sendMessage | 'inline_keyboard':[[{'text':'a','url':'https://'}]]            | 400 | Bad Request: inline keyboard button URL 'https://' is invalid: URL host is empty | tdutils HttpUrl.cpp
            sendMessage | 'inline_keyboard':[[{'text':'a','web_app':{'url':'https://example.org/'}}]] | 200 |                          | docs
            sendMessage | 'inline_keyboard':[[{'text':'a','web_app':{'url':'http://example.org/'}}]] | 400 | Bad Request: inline keyboard button Web App URL 'http://example.org/' is invalid: Only HTTPS links are allowed | tdlib ReplyMarkup.cpp
            sendMessage | 'keyboard':[['a',{'text':'b','request_contact':true}]]         | 200 |                                       | docs
            sendMessage | 'keyboard':['a']                                               | 400 | Bad Request: field "keyboard" must be an Array of Arrays | api get_reply_markup
            sendMessage | 'keyboard':[[7]]                                               | 400 | Bad Request: can't parse keyboard button: KeyboardButton must be a String or an Object | api get_keyboard_button
            sendMessage | 'keyboard':[[{}]]                                              | 400 | Bad Request: can't parse keyboard button: Can't find field "text" | tdutils JsonBuilder.cpp
            sendMessage | 'keyboard':[[{'text':'a','web_app':{'url':'http://example.org/'}}]] | 400 | Bad Request: keyboard button Web App URL 'http://example.org/' is invalid: Only HTTPS links are allowed | tdlib ReplyMarkup.cpp
            """)
    void keyboards(String method, String markup, int code, @Nullable String description, String source) {
        answers(method, "ME,'text':'x','reply_markup':{" + markup + "}", code, description);
    }

    @ParameterizedTest(name = "{0} {1} → {2} {3} ({4})")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            sendMessage | ME,'text':'x','reply_markup':'{'                              | 400 | Bad Request: can't parse reply keyboard markup JSON object | api get_reply_markup
            sendMessage | ME,'text':'x','reply_markup':'[]'                             | 400 | Bad Request: object expected as reply markup               | api get_reply_markup
            sendPhoto     | ME                                                          | 400 | Bad Request: there is no photo in the request              | api process_send_photo_query
            sendPhoto     | ME,'photo':'FILE','caption':'«ж*1024»'                      | 200 |                                                            | docs 0-1024 characters
            sendPhoto     | ME,'photo':'FILE','caption':'<i>«ж*1024»</i>','parse_mode':'HTML' | 200 |                                                      | docs after entities parsing
            sendPhoto     | ME,'photo':'FILE','caption':'«ж*1025»'                      | 400 | Bad Request: message caption is too long                   | tdlib MessageContent.cpp
            sendPhoto     | ME,'photo':'AgACAgIAAxkBAAIB-of-another-bot'                | 400 | Bad Request: wrong file identifier/HTTP URL specified      | tdlib MessagesManager.cpp
            sendPhoto     | ME,'photo':'five5'                                          | 400 | Bad Request: wrong remote file identifier specified: Wrong string length | tdutils base64.cpp
            sendPhoto     | ME,'photo':'five'                                           | 400 | Bad Request: wrong remote file identifier specified: can't unserialize it. Wrong last symbol | tdlib FileManager.cpp
            sendPhoto     | ME,'photo':'пять'                                           | 400 | Bad Request: wrong remote file identifier specified: Wrong character in the string | tdutils base64.cpp
            sendDocument  | ME                                                          | 400 | Bad Request: there is no document in the request           | api process_send_document_query
            sendDocument  | ME,'document':'BQACAgIAAxkBAAIB-of-another-bot'             | 400 | Bad Request: wrong file identifier/HTTP URL specified      | tdlib MessagesManager.cpp
            sendMediaGroup | ME                                                         | 400 | Bad Request: parameter "media" is required                 | api get_required_string_arg
            sendMediaGroup | ME,'media':'{'                                             | 400 | Bad Request: can't parse media JSON object                 | api get_input_message_contents
            sendMediaGroup | ME,'media':{}                                              | 400 | Bad Request: expected an Array of InputMedia               | api get_input_message_contents
            sendMediaGroup | ME,'media':[]                                              | 400 | Bad Request: there are no messages to send                 | tdlib MessageContent.cpp
            sendMediaGroup | ME,'media':[{PIC},{PIC}]                                   | 200 |                                                            | docs 2-10 items
            sendMediaGroup | ME,'media':[{'type':'photo','media':'FILE'}«,{PIC}*9»]     | 200 |                                                            | docs 2-10 items
            sendMediaGroup | ME,'media':[{'type':'photo','media':'FILE'}«,{PIC}*10»]    | 400 | Bad Request: too many messages to send as an album         | tdlib MessageContent.cpp
            sendMediaGroup | ME,'media':[{PIC},{'type':'document','media':'FILE'}]      | 400 | Bad Request: document can't be mixed with other media types | tdlib MessageContent.cpp
            sendMediaGroup | ME,'media':[{PIC},{'type':'photo'}]                        | 400 | Bad Request: can't parse InputMedia: media not found       | api get_input_media
            sendMediaGroup | ME,'media':[{'type':'animation','media':'FILE'}]           | 400 | Bad Request: can't parse InputMedia: type "animation" can't be used in sendMediaGroup | api get_input_media
            sendMediaGroup | ME,'media':[{PIC},{'type':'photo','media':'AgACAgIAAxkBAAIB-of-another-bot'}] | 400 | Bad Request: failed to send message #2 with the error message "Wrong file identifier/HTTP URL specified" | api
            copyMessage   | ME,'from_chat_id':'1','message_id':1                        | 400 | Bad Request: chat not found                                | api check_chat
            copyMessage   | ME,'from_chat_id':'MY','message_id':999999999               | 400 | Bad Request: message to copy not found                     | api process_copy_message_query
            """)
    void files_and_copies(String method, String fields, int code, @Nullable String description, String source) {
        answers(method, fields.replace("{PIC}", "{'type':'photo','media':'FILE'}"), code, description);
    }

    @ParameterizedTest(name = "{0} {1} → {2} {3} ({4})")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            editMessageText    | ME,'message_id':TEXT,'text':'y'          | 200 |                                                    | docs
            editMessageText    | ME,'message_id':TEXT,'text':'<b></b>x','parse_mode':'HTML' | 400 | Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message | api fail_query_with_error
            editMessageText    | ME,'message_id':TEXT,'text':'«ж*4097»'   | 400 | Bad Request: message is too long                   | tdlib MessageContent.cpp
            editMessageText    | ME,'message_id':999999999,'text':'x'     | 400 | Bad Request: message to edit not found             | api process_edit_message_text_query
            editMessageText    | 'text':'x'                               | 400 | Bad Request: message identifier is not specified   | api get_inline_message_id
            editMessageText    | 'message_id':5,'text':'x'                | 400 | Bad Request: chat_id is empty                      | api check_chat
            editMessageText    | ME,'message_id':OWN,'text':'x'           | 400 | Bad Request: message can't be edited               | tdlib MessagesManager.cpp
            editMessageText    | ME,'message_id':KEYS,'text':'y'          | 400 | Bad Request: message can't be edited               | tdlib MessagesManager.cpp
            editMessageText    | ME,'message_id':PHOTO,'text':'y'         | 400 | Bad Request: there is no text in the message to edit | tdlib MessagesManager.cpp
            editMessageText    | ME,'message_id':TEXT,'text':'z','reply_markup':{'keyboard':[['a']]} | 400 | Bad Request: inline keyboard expected | tdlib ReplyMarkup.cpp
            editMessageCaption | ME,'message_id':TEXT,'caption':'y'       | 400 | Bad Request: there is no caption in the message to edit | tdlib MessagesManager.cpp
            editMessageCaption | ME,'message_id':PHOTO,'caption':'«ж*1025»' | 400 | Bad Request: message caption is too long         | tdlib MessageContent.cpp
            editMessageReplyMarkup | ME,'message_id':TEXT                 | 400 | Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message | api fail_query_with_error
            deleteMessage      | ME,'message_id':TEXT                     | 200 |                                                    | docs
            deleteMessage      | ME,'message_id':999999999                | 400 | Bad Request: message to delete not found           | api process_delete_message_query
            deleteMessage      | 'message_id':5                           | 400 | Bad Request: chat identifier is not specified      | api process_delete_message_query
            deleteMessage      | ME                                       | 400 | Bad Request: message identifier is not specified   | api process_delete_message_query
            answerCallbackQuery | 'callback_query_id':'PRESS','text':'«ж*200»' | 200 |                                               | docs 0-200 characters
            answerCallbackQuery | 'callback_query_id':'PRESS','text':'«ж*201»' | 400 | Bad Request: MESSAGE_TOO_LONG                 | server
            answerCallbackQuery | 'callback_query_id':'1'                 | 400 | Bad Request: query is too old and response timeout expired or query ID is invalid | api fail_query_with_error
            """)
    void edits_and_answers(String method, String fields, int code, @Nullable String description, String source) {
        answers(method, fields, code, description);
    }

    @ParameterizedTest(name = "{0} {1} → {2} {3} ({4})")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            setMyCommands | 'commands':[{'command':'/start','description':'x'}]           | 200 |                                             | tdlib BotCommand.cpp
            setMyCommands | 'commands':[{COMMAND}«,{COMMAND}*99»]                         | 200 |                                             | docs at most 100
            setMyCommands | 'commands':[{COMMAND}«,{COMMAND}*100»]                        | 400 | Bad Request: BOT_COMMANDS_TOO_MUCH          | server
            setMyCommands | 'commands':[{'command':'«a*32»','description':'«ж*256»'}]     | 200 |                                             | docs 1-32, 1-256 characters
            setMyCommands | 'commands':[{'command':'«a*33»','description':'x'}]           | 400 | Bad Request: command length must not exceed 32 | tdlib BotCommand.cpp
            setMyCommands | 'commands':[{'command':'','description':'x'}]                 | 400 | Bad Request: command must be non-empty      | tdlib BotCommand.cpp
            setMyCommands | 'commands':[{'command':'Старт','description':'x'}]            | 400 | Bad Request: BOT_COMMAND_INVALID            | server
            setMyCommands | 'commands':[{'command':'Start','description':'x'}]            | 400 | Bad Request: BOT_COMMAND_INVALID            | server
            setMyCommands | 'commands':[{'command':'start','description':''}]             | 400 | Bad Request: command description must be non-empty | tdlib BotCommand.cpp
            setMyCommands | 'commands':[{'command':'start','description':'«ж*257»'}]      | 400 | Bad Request: command description length must not exceed 256 | tdlib BotCommand.cpp
            setMyCommands | 'commands':{}                                                 | 400 | Bad Request: expected an Array of BotCommand | api get_bot_commands
            setMyCommands | 'commands':'{'                                                | 400 | Bad Request: can't parse commands JSON object | api get_bot_commands
            setMyCommands | 'commands':['start']                                          | 400 | Bad Request: can't parse BotCommand: expected an Object | api get_bot_command
            setMyCommands | 'commands':[{'command':'start'}]                              | 400 | Bad Request: can't parse BotCommand: Can't find field "description" | tdutils JsonBuilder.cpp
            setMyCommands | 'commands':[{COMMAND}],'language_code':'rus'                  | 400 | Bad Request: invalid language code specified | tdlib misc.cpp
            setMyCommands | 'commands':[{COMMAND}],'scope':{'type':'planet'}              | 400 | Bad Request: can't parse BotCommandScope: Unsupported type specified | api get_bot_command_scope
            setMyCommands | 'commands':[{COMMAND}],'scope':{'type':'chat','chat_id':1}    | 400 | Bad Request: chat not found                 | api check_chat
            setMyCommands | 'commands':[{COMMAND}],'scope':{'type':'chat','chat_id':MY}   | 200 |                                             | docs
            setMyCommands | 'commands':[{COMMAND}],'scope':{'type':'chat_administrators','chat_id':MY} | 400 | Bad Request: can't use specified scope in private chats | tdlib BotCommandScope.cpp
            setChatMenuButton | ME,'menu_button':{'type':'commands'}                      | 200 |                                             | docs
            setChatMenuButton | ME,'menu_button':{'type':'web_app','text':'a','web_app':{'url':'https://example.org/'}} | 200 |               | docs
            setChatMenuButton | ME,'menu_button':{'type':'web_app','text':'a','web_app':{'url':'http://example.org/'}} | 400 | Bad Request: menu button Web App URL 'http://example.org/' is invalid: Only HTTPS links are allowed | tdlib BotMenuButton.cpp
            setChatMenuButton | ME,'menu_button':{'type':'web_app','text':'','web_app':{'url':'https://example.org/'}} | 400 | Bad Request: menu button text must be non-empty | tdlib BotMenuButton.cpp
            setChatMenuButton | ME,'menu_button':{'type':'web_app','text':'a'}            | 400 | Bad Request: can't parse menu button: Can't find field "web_app" | tdutils JsonBuilder.cpp
            setChatMenuButton | ME,'menu_button':{'type':'star'}                          | 400 | Bad Request: can't parse menu button: MenuButton has unsupported type | api get_bot_menu_button
            setChatMenuButton | 'chat_id':'1'                                             | 400 | Bad Request: user not found                 | api check_user
            setChatMenuButton | 'chat_id':'x'                                             | 400 | Bad Request: invalid chat_id specified      | api get_user_id
            setWebhook | 'url':'http://example.org/'                                      | 400 | Bad Request: bad webhook: An HTTPS URL must be provided for webhook | api WebhookActor.cpp
            setWebhook | 'url':'https://example.org:8080/'                                | 400 | Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443 | api WebhookActor.cpp
            setWebhook | 'url':'https://example.org/','secret_token':'«a*257»'            | 400 | Bad Request: secret token is too long       | api do_set_webhook
            setWebhook | 'url':'https://example.org/','secret_token':'a b'                | 400 | Bad Request: secret token contains unallowed characters | api do_set_webhook
            setWebhook | 'url':'https://'                                                 | 400 | Bad Request: invalid webhook URL specified  | api do_set_webhook
            sendDice   | ME                                                               | 404 | Not Found: method not found                 | api on_cmd
            """)
    void settings(String method, String fields, int code, @Nullable String description, String source) {
        answers(method, fields.replace("{COMMAND}", "{'command':'start','description':'x'}"), code, description);
    }

    @ParameterizedTest(name = "{0} → {1} {2} ({3})")
    @CsvSource(delimiter = '|', textBlock = """
            /botTOKEN/getMe                | 200 |                                        | docs
            /botTOKEN/                     | 404 | Not Found: method not found            | api on_cmd
            /botTOKEN                      | 404 | Not Found                              | api HttpConnection.cpp
            /bot                           | 404 | Not Found                              | api HttpConnection.cpp
            /bot123456:no-such-bot/getMe   | 401 | Unauthorized                           | api get_closing_error
            /botabc/getMe                  | 401 | Unauthorized: invalid token specified  | api ClientManager.cpp
            """)
    void addresses(String address, int code, @Nullable String description, String source) {
        isAnswer(http.get(address.replace("TOKEN", Http.MAIN)), code, description);
    }

    /** docs "Deep Linking": up to 64 characters of A-Z, a-z, 0-9, _ and -. */
    @ParameterizedTest
    @CsvSource({"«a*64», «a*64»", "«a*65», ''", "trainer_5-x, trainer_5-x", "tr.5, ''"})
    void a_deep_link_has_a_payload_or_none(String payload, String taken) {
        var answer = http.get("/simulator/t.me/trenergram_bot?start=" + written(payload));

        assertThat(answer.response().headers().firstValue("Location").orElse(""))
                .endsWith("start=" + written(taken));
    }

    @Test
    void a_blocked_bot_may_not_write() {
        http.chat(me, "block", "{'blocked':true}");

        answers("sendMessage", "ME,'text':'x'", 403, "Forbidden: bot was blocked by the user");
    }

    /** tdlib ReplyMarkup.cpp: the rest is left out without a word. */
    @Test
    void a_row_has_twelve_keys_at_most() {
        String key = "{'text':'a','callback_data':'b'}";
        var sent = call(
                "sendMessage",
                "ME,'text':'x','reply_markup':{'inline_keyboard':[[" + key + ("," + key).repeat(14) + "]]}");

        assertThat(sent.result().get("reply_markup").get("inline_keyboard").get(0))
                .hasSize(12);
    }

    private void answers(String method, String fields, int code, @Nullable String description) {
        isAnswer(call(method, fields), code, description);
    }

    private static void isAnswer(Http.Answer answer, int code, @Nullable String description) {
        assertThat(answer.description()).isEqualTo(description == null ? "" : description);
        assertThat(answer.status()).isEqualTo(code);
        assertThat(answer.body().get("ok").booleanValue()).isEqualTo(code == 200);
        if (code != 200) {
            assertThat(answer.body().get("error_code").intValue()).isEqualTo(code);
        }
    }

    private Http.Answer call(String method, String fields) {
        String json = "{" + written(fields) + "}";
        json = replaced(json, "FILE", () -> http.photo(me));
        json = replaced(json, "TEXT", () -> sent("sendMessage", "'text':'x'"));
        json = replaced(json, "KEYS", () -> sent("sendMessage", "'text':'x','reply_markup':{'keyboard':[['a']]}"));
        json = replaced(json, "PHOTO", () -> sent("sendPhoto", "'photo':'" + http.photo(me) + "'"));
        json = replaced(
                json,
                "OWN",
                () -> http.chat(me, "messages", "{'text':'x'}")
                        .body()
                        .get("message_id")
                        .asString());
        json = replaced(json, "PRESS", this::press);
        return http.bot(
                method,
                json.replaceFirst("ME(?=[,}])", "'chat_id':'" + me + "'")
                        .replace("MY", Long.toString(me))
                        .replace("STRANGER", Long.toString(stranger)));
    }

    private String sent(String method, String fields) {
        return http.bot(method, "{'chat_id':" + me + "," + fields + "}")
                .result()
                .get("message_id")
                .asString();
    }

    private String press() {
        sent("sendMessage", "'text':'x','reply_markup':{'inline_keyboard':[[{'text':'a','callback_data':'b'}]]}");
        return http.chat(me, "press", "{'data':'b'}").body().get("press_id").stringValue();
    }

    private static String replaced(String json, String name, Supplier<String> value) {
        return json.matches(".*\\b" + name + "\\b.*") ? json.replaceAll("\\b" + name + "\\b", value.get()) : json;
    }

    private static String written(String text) {
        return REPEATED.matcher(text)
                .replaceAll((MatchResult found) ->
                        Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
    }
}
