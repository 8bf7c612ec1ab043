package ru.trenergram.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.base.ui.Plot;
import ru.trenergram.platform.Trail.Step;
import ru.trenergram.security.Caller;
import ru.trenergram.support.PanelTest;
import ru.trenergram.switches.Feature;
import ru.trenergram.switches.Switches;
import ru.trenergram.telegram.spi.OutboxDesk.GivenUp;
import ru.trenergram.users.UserBlocks;

/** The overview, the queues, the switches and the audit. */
class PlatformViewsTest extends PanelTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Switches switches;

    @Autowired
    UserBlocks blocks;

    @AfterEach
    void tidyUp() {
        long ada = superadmin();
        switches.set(new Caller(ada, users.get(ada).telegramId()), Feature.SELF_BOOKING, true);
        jdbc.sql("UPDATE telegram_outbox SET state = 'SKIPPED' WHERE state IN ('FAILED', 'UNKNOWN')")
                .update();
    }

    @Test
    void the_overview_is_where_one_comes_in_and_each_figure_leads_to_its_list() {
        superadmin();

        go("admin");

        assertThat(address()).isEqualTo("admin/overview");
        assertThat(find(Anchor.class).all().stream()
                        .filter(anchor -> anchor.hasClassName("tile"))
                        .map(Anchor::getHref))
                .contains("/admin/users", "/admin/users?kind=trainer", "/admin/queues?tab=events");
        assertThat(find(Plot.class).all()).hasSize(4);
    }

    @Test
    void the_plots_count_what_happened() {
        long club = ownClub("PRO");
        long trainer = trainer(club, "Анна");
        book(trainer, clientOf(trainer, "Клим"), "2026-12-01T12:00:00Z");
        superadmin();

        go("admin/overview?days=7");

        assertThat(find(Plot.class).all().get(1).summary())
                .startsWith("Тренировки.")
                .contains("Записаны");
    }

    @Test
    void messages_that_were_given_up_are_listed_and_dropped() {
        long person = person("Анна");
        giveUp(person, "Не дошло");
        giveUp(person, "И это");
        superadmin();
        go("admin/queues");
        assertThat(page()).contains("Не доставлено: 2", "отклонены");

        messages().select(messageRow("Не дошло"));
        press("Не отправлять: 1");
        find(Ask.class).single().confirm();

        assertThat(notice()).isEqualTo("Убраны из списка: 1");
        assertThat(page()).contains("Не доставлено: 1");
    }

    @Test
    void a_second_press_drops_nothing_else() {
        long person = person("Анна");
        giveUp(person, "Не дошло");
        giveUp(person, "И это");
        superadmin();
        go("admin/queues");
        messages().select(messageRow("Не дошло"));
        press("Не отправлять: 1");
        Ask ask = find(Ask.class).single();

        ask.confirm();
        ask.confirm();

        assertThat(page()).contains("Не доставлено: 1");
    }

    @Test
    void an_empty_outbox_says_so() {
        tidyUp();

        go("admin/queues?state=unknown");

        assertThat(page()).contains("Не доставлено: 0");
        assertThat(messages().getEmptyStateComponent().getElement().getTextRecursively())
                .contains("Всё дошло");
    }

    @Test
    void the_tabs_stand_in_the_address() {
        superadmin();

        go("admin/queues?tab=jobs");
        assertThat(find(Tabs.class).single().getSelectedIndex()).isEqualTo(QueuesView.Place.JOBS.ordinal());
        assertThat(find(JobsTab.class).exists()).isTrue();

        go("admin/queues?tab=bots");
        assertThat(page()).contains("Основной бот", "на связи");

        go("admin/queues?tab=events");
        assertThat(find(Button.class).withText("Повторить").single().isEnabled())
                .as("nothing is chosen")
                .isFalse();

        go("admin/queues?tab=no-such-tab");
        assertThat(find(MessagesTab.class).exists()).isTrue();
    }

    @Test
    void a_feature_is_switched_off_after_a_question_that_shows_the_sentence() {
        superadmin();
        go("admin/switches");

        Button off = find(Button.class).withText("Выключить").all().get(Feature.SELF_BOOKING.ordinal());
        test(off).click();
        assertThat(find(Ask.class).single().getElement().getTextRecursively())
                .contains("Самостоятельная запись временно закрыта");
        assertThat(switches.isOn(Feature.SELF_BOOKING)).isTrue();
        find(Ask.class).single().confirm();

        assertThat(switches.isOn(Feature.SELF_BOOKING)).isFalse();
        assertThat(notice()).isEqualTo("Выключено: Запись клиентами");
        assertThat(page()).contains("выключено", "Ада");
    }

    @Test
    void the_audit_says_who_changed_what_from_what_to_what() {
        long person = person("Ким");
        long ada = superadmin();
        blocks.block(new Caller(ada, users.get(ada).telegramId()), person, "спам");

        go("admin/audit?thing=user&id=" + person);

        assertThat(test(steps()).size()).isEqualTo(1);
        Step step = test(steps()).getRow(0);
        assertThat(step.actor()).isEqualTo("Ада");
        assertThat(test(steps()).getCellComponent(0, 3).getElement().getTextRecursively())
                .contains("Доступ закрыт: ")
                .contains("нет")
                .contains("да")
                .contains("текст, знаков: 4");
    }

    @Test
    void the_audit_names_clubs_that_are_in_no_catalogue() {
        long club = club("Закрытый", "FREE", person("Мария"));
        jdbc.sql("UPDATE club SET public = false WHERE id = ?").param(club).update();
        superadmin();

        go("admin/audit?thing=club&id=" + club);

        assertThat(test(steps()).getRow(0).club()).isEqualTo("Закрытый");
    }

    @Test
    void what_is_looked_for_in_the_audit_stands_in_the_address() {
        long person = person("Ким");
        long ada = superadmin();
        blocks.block(new Caller(ada, users.get(ada).telegramId()), person, "спам");

        go("admin/audit?thing=user&id=" + person + "&from=2026-12-01");
        assertThat(test(steps()).size()).as("tomorrow").isZero();

        go("admin/audit?id=" + person + "&actor=" + ada + "&from=2026-11-30&to=2026-11-30");
        assertThat(test(steps()).size()).isEqualTo(1);

        go("admin/audit?from=yesterday&actor=somebody&thing=nothing&id=" + person);
        assertThat(find(TextField.class).all()).extracting(TextField::getValue).contains(Long.toString(person));
    }

    private void giveUp(long person, String words) {
        jdbc.sql("""
                        INSERT INTO telegram_outbox
                          (bot, chat_id, method, payload, dedupe_key, priority, not_before, created_at, claimed_at, state, error)
                        VALUES ('MAIN', :chat, 'sendMessage', json_build_object('chat_id', :chat, 'text', :words::text), :key, 1,
                          :now, :now, :now, 'FAILED', 'Bad Request')
                        """)
                .param("chat", users.get(person).telegramId())
                .param("words", words)
                .param("key", UUID.randomUUID().toString())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private GivenUp messageRow(String words) {
        var rows = test(messages());
        return List.of(rows.getRow(0), rows.getRow(1)).stream()
                .filter(row -> words.equals(row.words()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private Grid<GivenUp> messages() {
        return find(Grid.class).single();
    }

    @SuppressWarnings("unchecked")
    private Grid<Step> steps() {
        return find(Grid.class).single();
    }

    private void press(String button) {
        test(find(Button.class).withText(button).first()).click();
        roundTrip();
    }
}
