package ru.trenergram.members.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.members.MemberFilter;
import ru.trenergram.members.MemberImport.State;
import ru.trenergram.members.MemberImports;
import ru.trenergram.members.MembersTest;

class ClientImportViewTest extends MembersTest {

    private static final String LIST = "Имя;Телефон\nАнна;+79160000001\nПётр;\n";

    @Autowired
    MemberImports imports;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_file_leads_to_what_would_happen_and_then_happens() {
        go("club/" + club + "/clients/import");
        assertThat(find(Upload.class).single().getMaxFileSize()).isEqualTo(MemberImports.LARGEST);
        test(find(Upload.class).single()).upload("клиенты.csv", "text/csv", LIST.getBytes(StandardCharsets.UTF_8));
        roundTrip();

        long id = imports.recent(owner, club).getFirst().id();
        open(id);
        assertThat(page()).contains("клиенты.csv, строк: 2", "1новых", "1с ошибкой");
        assertThat(list.count(owner, club, MemberFilter.ALL)).isZero();
        test(find(Button.class).withText("Загрузить").single()).click();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> imports.get(owner, club, id).state() == State.DONE);
        open(id);
        assertThat(page()).contains("Загрузка закончена", "1новых", "Скачать строки, которые не вошли");
        assertThat(test(find(ImportLineGrid.class).single()).getCellText(0, 3)).isEqualTo("Нет телефона");
        go("club/" + club + "/clients/import");
        assertThat(page()).contains("Недавние загрузки", "клиенты.csv", "готово: 2 из 2");
    }

    @Test
    void one_that_runs_is_asked_after_until_it_is_through() {
        long id = imports.upload(owner, club, "a.csv", LIST.getBytes(StandardCharsets.UTF_8));
        is(id, State.RUNNING);
        open(id);
        assertThat(page()).contains("Готово 0 из 2");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(1_000);

        is(id, State.DONE);
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));

        assertThat(page()).contains("Загрузка закончена");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    private void is(long id, State state) {
        jdbc.sql("""
                        UPDATE member_import SET state = :state,
                            finished_at = CASE :state WHEN 'DONE' THEN created_at END
                        WHERE id = :id
                        """).param("state", state.name()).param("id", id).update();
    }

    @Test
    void without_a_column_for_the_phone_it_cannot_start() {
        long id =
                imports.upload(owner, club, "a.csv", "Имя;Связь\nАнна;+79160000001\n".getBytes(StandardCharsets.UTF_8));
        open(id);
        assertThat(find(Button.class).withText("Загрузить").single().isEnabled())
                .isFalse();
        assertThat(page()).contains("Укажите, в каких столбцах имя и телефон");

        @SuppressWarnings("unchecked")
        Select<String> column = find(Select.class).withCaption("Связь").single();
        test(column).selectItem("телефон");
        roundTrip();

        assertThat(find(Button.class).withText("Загрузить").single().isEnabled())
                .isTrue();
        assertThat(page()).contains("1новых");
    }

    @Test
    void what_is_no_list_is_said_under_the_upload() {
        go("club/" + club + "/clients/import");

        test(find(Upload.class).single()).upload("a.csv", "text/csv", new byte[] {1, 0, 2});
        roundTrip();

        assertThat(page()).contains("Это не CSV и не Excel");
        assertThat(imports.recent(owner, club)).isEmpty();
    }

    @Test
    void a_draft_can_be_thrown_away() {
        long id = imports.upload(owner, club, "a.csv", LIST.getBytes(StandardCharsets.UTF_8));
        open(id);

        test(find(Button.class).withText("Не загружать").single()).click();

        assertThat(imports.recent(owner, club)).isEmpty();
        assertThat(address()).isEqualTo("club/" + club + "/clients/import");
    }

    @ParameterizedTest
    @EnumSource(names = {"MARKETING", "READONLY"})
    void others_are_told_that_it_is_not_for_them(StaffRole role) {
        long id = imports.upload(owner, club, "a.csv", LIST.getBytes(StandardCharsets.UTF_8));
        signInAs(role, club);

        open(id);

        assertThat(page()).contains("Сюда вам нельзя").doesNotContain("a.csv");
    }

    private void open(long id) {
        go("club/" + club + "/clients/import/" + id);
    }
}
