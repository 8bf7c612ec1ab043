package ru.trenergram.members.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.members.MemberFilter;
import ru.trenergram.members.MemberRow;
import ru.trenergram.members.MembersTest;
import ru.trenergram.members.SavedFilters;

class ClientsViewTest extends MembersTest {

    @Autowired
    SavedFilters savedFilters;

    @Test
    void clients_stand_in_the_order_of_their_names() {
        member("Яна", null, "VIP");
        member("Анна", "+79160000001");

        open("");

        assertThat(names()).containsExactly("Анна", "Яна");
        assertThat(page()).contains("Всего: 2");
        assertThat(cards().getCellComponent(0, 0).getElement().getTextRecursively())
                .contains("000-00-01");
    }

    @Test
    void a_club_without_clients_says_how_they_come() {
        open("");

        assertThat(emptyState()).contains("Клиентов пока нет", "Загрузить список");
    }

    @Test
    void what_is_looked_for_stands_in_the_address() {
        member("Анна", null, "VIP");
        member("Борис", null);

        open("?tag=VIP");
        assertThat(names()).containsExactly("Анна");
        assertThat(page()).contains("Нашлось: 1", "Фильтры (1)");

        test(find(TextField.class).atIndex(1)).setValue("борис");
        roundTrip();
        assertThat(query()).contains("tag=VIP", "q=");
        assertThat(emptyState()).contains("Никого не нашлось");

        open("?before=gibberish&trainer=x&consent=maybe&tab=1");
        assertThat(names()).hasSize(2);
    }

    @Test
    void the_field_in_which_one_is_writing_stays_in_the_page() {
        open("");
        TextField search = find(TextField.class).atIndex(1);

        test(search).setValue("Ива ");
        roundTrip();

        assertThat(query()).contains("q=");
        assertThat(find(TextField.class).atIndex(1)).isSameAs(search);
        assertThat(search.getValue()).isEqualTo("Ива ");
    }

    @Test
    void a_checkbox_changes_the_address() {
        open("");
        find(Details.class).single().setOpened(true);
        test(find(Checkbox.class).withCaption("День рождения в этом месяце").single())
                .click();
        roundTrip();

        assertThat(query()).isEqualTo("birthday=yes");
    }

    @Test
    void a_filter_is_saved_and_forgotten() {
        member("Анна", null, "VIP");
        open("?tag=VIP");

        test(find(Button.class).withText("Сохранить фильтр").single()).click();
        test(find(Button.class).withText("Сохранить").single()).click();
        assertThat(find(TextField.class).withCaption("Название").single().isInvalid())
                .isTrue();
        test(find(TextField.class).withCaption("Название").single()).setValue("Важные");
        test(find(Button.class).withText("Сохранить").single()).click();

        assertThat(savedFilters.all(owner, club)).containsExactly(new SavedFilters.SavedFilter("Важные", "tag=VIP"));
        assertThat(find(Anchor.class).withText("Важные").single().getHref()).endsWith("/clients?tag=VIP");
        test(find(Button.class).withText("Забыть «Важные»").single()).click();
        assertThat(savedFilters.all(owner, club)).isEmpty();
    }

    @Test
    void somebody_is_added_by_name_and_phone() {
        member("Борис", "+79160000002");
        open("");
        test(find(Button.class).withText("Добавить клиента").atIndex(1)).click();
        test(find(TextField.class).withCaption("Имя").single()).setValue("Анна");
        test(find(TextField.class).withCaption("Телефон").single()).setValue("89160000002");
        test(find(Button.class).withText("Сохранить").single()).click();

        TextField phone = find(TextField.class).withCaption("Телефон").single();
        assertThat(phone.getErrorMessage()).isEqualTo("Это уже занято.");
        assertThat(phone.getValue()).isEqualTo("89160000002");

        test(phone).setValue("89160000001");
        test(find(Button.class).withText("Сохранить").single()).click();
        assertThat(address()).matches("club/" + club + "/clients/\\d+");
        assertThat(page()).contains("Анна");
    }

    @ParameterizedTest
    @EnumSource(names = {"OWNER", "MANAGER", "MARKETING", "READONLY"})
    void each_role_finds_what_it_may_do(StaffRole role) {
        member("Анна", "+79160000001");
        signInAs(role, club);

        open("");
        find(Details.class).single().setOpened(true);

        boolean keeps = role == StaffRole.OWNER || role == StaffRole.MANAGER;
        assertThat(find(Button.class).withText("Добавить клиента").exists()).isEqualTo(keeps);
        assertThat(find(Anchor.class).withText("Загрузить список").exists()).isEqualTo(keeps);
        assertThat(find(Anchor.class).withText("XLSX").exists()).isEqualTo(keeps);
        assertThat(find(Checkbox.class).withCaption("Есть долг").exists()).isEqualTo(keeps);
        assertThat(cards().getCellComponent(0, 0)
                        .getElement()
                        .getTextRecursively()
                        .contains("916"))
                .isEqualTo(role.seesPhones());
    }

    @Test
    void to_strangers_the_page_is_not_there() {
        signIn(person("Прохожий"));

        open("");

        assertThat(page()).contains("Здесь ничего нет");
    }

    @Test
    void a_long_list_is_read_page_by_page() {
        IntStream.range(0, 120).forEach(i -> member("Клиент %03d".formatted(i), null));

        open("");

        assertThat(names()).hasSize(120).isSorted();
        assertThat(list.count(owner, club, MemberFilter.ALL)).isEqualTo(120);
    }

    private void open(String query) {
        go("club/" + club + "/clients" + query);
    }

    private GridTester<Grid<MemberRow>, MemberRow> cards() {
        return test(find(ClientGrid.class).single());
    }

    private List<String> names() {
        return IntStream.range(0, cards().size())
                .mapToObj(row -> cards().getRow(row).member().name())
                .toList();
    }

    private String emptyState() {
        return find(ClientGrid.class)
                .single()
                .getEmptyStateComponent()
                .getElement()
                .getTextRecursively();
    }

    private static String query() {
        return UI.getCurrent().getActiveViewLocation().getQueryParameters().getQueryString();
    }
}
