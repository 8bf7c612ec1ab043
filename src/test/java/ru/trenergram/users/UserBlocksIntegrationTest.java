package ru.trenergram.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.trenergram.support.Text.text;
import static ru.trenergram.support.Together.atOnce;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.audit.AuditEntry;
import ru.trenergram.audit.AuditLog;
import ru.trenergram.base.Changed.Side;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.security.Caller;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.MainBotTest;
import ru.trenergram.support.Person;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.TelegramPerson;

/** Who is shut out of the platform. */
class UserBlocksIntegrationTest extends MainBotTest {

    /** As {@code IntegrationTest} names them. */
    private static final long SUPERADMIN = 5_200_000_001L;

    @Autowired
    UserBlocks blocks;

    @Autowired
    AuditLog audit;

    private Caller ada;

    @BeforeEach
    void begin() {
        var person = new TelegramPerson(SUPERADMIN, "Ада", null, null, "ru");
        ada = new Caller(users.seen(Bot.STAFF, person, null).userId(), SUPERADMIN);
    }

    @Test
    void the_token_that_somebody_has_is_refused_and_a_new_one_is_not_given() {
        Api.Client phone = api.signedIn(7_910_000_001L, "Ким");
        long kim = users.byTelegramId(7_910_000_001L).id();
        assertThat(phone.get("/users/me").status())
                .as("and so who is shut out has been read just now")
                .isEqualTo(200);

        blocks.block(ada, kim, "спам");

        Answer answer = phone.speaking("en").get("/users/me");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("blocked");
        assertThat(answer.json().path("detail").asString()).contains("access to Trenergram is closed");
        assertThat(phone.get("/clubs").code())
                .as("what is public, too, with this token")
                .isEqualTo("blocked");
        assertThat(api.nobody()
                        .post("/auth/telegram", Map.of("init_data", api.initData(7_910_000_001L, "Ким")))
                        .code())
                .isEqualTo("blocked");
    }

    @Test
    void whoever_is_let_in_again_goes_on_as_before() {
        Api.Client phone = api.signedIn(7_910_000_002L, "Лев");
        long lev = users.byTelegramId(7_910_000_002L).id();
        blocks.block(ada, lev, "ошибка");
        assertThat(phone.get("/users/me").status()).isEqualTo(403);

        assertThat(blocks.unblock(ada, lev)).isTrue();

        assertThat(phone.get("/users/me").status()).isEqualTo(200);
        assertThat(blocks.unblock(ada, lev)).as("twice").isFalse();
    }

    @InBothLanguages
    void both_bots_answer_with_the_sentence_alone(String language) {
        Person kim = somebody("Ким", language);
        blocks.block(ada, id(kim), "спам");

        kim.sends("/start");
        kim.sees(text("error.blocked"));
        kim.sends("привет");
        kim.sees(text("error.blocked"));
        Person inStaffBot = kim.inStaffBot();
        inStaffBot.sends("/login");
        inStaffBot.sees(text("error.blocked"));

        blocks.unblock(ada, id(kim));
        kim.sends("/start");
        kim.sees(text("welcome.new"));
    }

    @Test
    void of_many_who_do_it_at_once_one_has_done_it_and_the_audit_says_so_once() throws Exception {
        long kim = id(somebody("Ким", "ru"));
        Callable<Boolean> block = () -> blocks.block(ada, kim, "спам");

        assertThat(atOnce(Stream.generate(() -> block).limit(8).toList())).containsOnlyOnce(true);

        assertThat(audit.entries(AuditLog.Filter.of(Thing.USER, kim), null, 10))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.side()).isEqualTo(Side.SUPERADMIN);
                    assertThat(entry.actorId()).isEqualTo(ada.userId());
                    assertThat(entry.before()).isEqualTo(Map.of("blocked", false));
                    assertThat(entry.after()).containsEntry("blocked", true).containsKey("reason");
                })
                .extracting(AuditEntry::after)
                .asString()
                .doesNotContain("спам");
    }

    @Test
    void only_super_admins_do_it_and_never_to_one_of_them() {
        Person kim = somebody("Ким", "ru");
        long lev = id(somebody("Лев", "ru"));

        assertRefused(ErrorCode.NOT_FOUND, () -> blocks.block(new Caller(id(kim), kim.telegramId()), lev, "месть"));
        assertRefused(ErrorCode.NOT_FOUND, () -> blocks.unblock(new Caller(id(kim), kim.telegramId()), lev));
        assertRefused(ErrorCode.FORBIDDEN, () -> blocks.block(ada, ada.userId(), "случайно"));
        assertRefused(ErrorCode.NOT_FOUND, () -> blocks.block(ada, Long.MAX_VALUE, "никто"));
        assertRefused(ErrorCode.VALIDATION_FAILED, () -> blocks.block(ada, lev, " "));
        assertRefused(ErrorCode.VALIDATION_FAILED, () -> blocks.block(ada, lev, "x".repeat(501)));
        assertThat(blocks.find(lev)).isEmpty();
    }

    private static void assertRefused(ErrorCode code, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
