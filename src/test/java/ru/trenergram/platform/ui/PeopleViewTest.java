package ru.trenergram.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.platform.People.Kind;
import ru.trenergram.platform.PersonRow;
import ru.trenergram.security.Caller;
import ru.trenergram.support.PanelTest;
import ru.trenergram.users.UserBlocks;

class PeopleViewTest extends PanelTest {

    @Autowired
    UserBlocks blocks;

    /** No other test has people of this name. */
    private final String name = "Л" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "я";

    @Test
    void everybody_is_listed_the_newest_first() {
        long first = person(name + "-раз");
        long second = person(name + "-два");
        superadmin();

        go("admin/users?q=" + name);

        assertThat(ids()).containsExactly(second, first);
        assertThat(page()).contains("Найдено: 2");
    }

    @Test
    void a_long_list_is_read_page_by_page() {
        List<Long> all = IntStream.range(0, 120).mapToObj(i -> person(name + i)).toList();
        superadmin();

        go("admin/users?q=" + name);

        assertThat(rows().getRow(119).id()).isEqualTo(all.getFirst());
        assertThat(rows().getRow(60).id()).isEqualTo(all.get(59));
    }

    @Test
    void somebody_is_found_by_name_number_or_telegram_id() {
        long person = person(name);
        users.sharePhone(person, "7916" + (1_000_000 + person));
        superadmin();

        for (String words : List.of(
                name.toUpperCase(),
                "+7 916 " + (1_000_000 + person),
                Long.toString(users.get(person).telegramId()))) {
            go("admin/users");
            test(find(TextField.class).single()).setValue(words);
            roundTrip();

            assertThat(ids()).as(words).containsExactly(person);
        }
    }

    @Test
    void the_filter_stands_in_the_address() {
        long trainer = trainer(ownClub("PRO"), name);
        person(name);
        superadmin();

        go("admin/users?q=" + name + "&kind=trainer");

        assertThat(ids()).containsExactly(trainer);
        assertThat(kind().getValue()).isEqualTo(Kind.TRAINER);

        kind().setValue(null);
        go("admin/users?q=" + name + "&kind=no-such-kind");
        assertThat(ids()).hasSize(2);
    }

    @Test
    void whom_the_platform_shut_out_is_marked_and_found() {
        long person = person(name);
        long superadmin = superadmin();
        blocks.block(new Caller(superadmin, users.get(superadmin).telegramId()), person, "спам");

        go("admin/users?kind=blocked&q=" + name);

        assertThat(ids()).containsExactly(person);
        assertThat(rows().getRow(0).blocked()).isTrue();
    }

    @Test
    void where_nobody_is_found_it_says_what_to_do() {
        superadmin();

        go("admin/users?q=" + name);

        assertThat(find(PersonGrid.class)
                        .single()
                        .getEmptyStateComponent()
                        .getElement()
                        .getTextRecursively())
                .contains("Никого не нашлось");
    }

    @Test
    void what_somebody_types_is_searched_for_and_never_a_pattern() {
        person(name);
        superadmin();

        go("admin/users?q=%25");

        assertThat(ids()).isEmpty();
    }

    private List<Long> ids() {
        return IntStream.range(0, rows().size())
                .mapToObj(i -> rows().getRow(i).id())
                .toList();
    }

    private GridTester<Grid<PersonRow>, PersonRow> rows() {
        return test(find(PersonGrid.class).single());
    }

    @SuppressWarnings("unchecked")
    private Select<Kind> kind() {
        return find(Select.class).single();
    }
}
