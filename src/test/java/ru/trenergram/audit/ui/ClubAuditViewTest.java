package ru.trenergram.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.audit.AuditLog;
import ru.trenergram.audit.ClubAudit;
import ru.trenergram.audit.ClubAuditExport;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.export.ExportFormat;
import ru.trenergram.base.ui.Download;
import ru.trenergram.clubs.ClubSettings;
import ru.trenergram.clubs.StaffDesk;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.support.PanelTest;

/** It is Monday, 30 November 2026, 12:00 in Moscow. */
class ClubAuditViewTest extends PanelTest {

    private static final int WHO = 1;
    private static final int WHAT = 2;
    private static final int CHANGE = 3;

    @Autowired
    ClubAudit audit;

    @Autowired
    ClubAuditExport export;

    @Autowired
    ClubSettings settings;

    @Autowired
    StaffDesk desk;

    private long club;
    private long owner;
    private long reader;

    @BeforeEach
    void a_club_where_things_have_changed() {
        club = ownClub("PRO");
        owner = staffMembers.owners(club).getFirst();
        reader = person("Римма");
        staffMembers.add(club, reader, StaffRole.READONLY);
        clock.advance(Duration.ofMinutes(5));
        desk.changeRole(owner, club, reader, StaffRole.READONLY, StaffRole.MARKETING);
    }

    @Test
    void the_newest_change_stands_first_with_what_was_before() {
        open("");

        assertThat(cell(0, WHO)).contains("Марина").contains("команда клуба");
        assertThat(cell(0, WHAT)).contains("Человек в команде").contains("Римма");
        assertThat(cell(0, CHANGE)).isEqualTo("роль: Только просмотрМаркетинг");
        assertThat(cell(1, WHO)).isEqualTo("сервис");
    }

    @Test
    void what_is_looked_for_stands_in_the_address() {
        settings.change(owner, club, 0, new ClubSettings.Wish("Титан", "Москва", "Тверская, 1", MOSCOW, true));

        open("?thing=CLUB&actor=" + owner + "&from=2026-11-30&to=2026-11-30");
        assertThat(test(grid()).size()).isEqualTo(1);
        assertThat(cell(0, CHANGE)).isEqualTo("название: АтлантТитан");
        assertThat(find(ComboBox.class).single().getValue()).isNotNull();

        open("?to=2026-11-29");
        assertThat(test(grid()).size()).isZero();
        assertThat(grid().getEmptyStateComponent().getElement().getTextRecursively())
                .contains("Ничего не нашлось");

        test(find(Button.class).withText("Сбросить").single()).click();
        assertThat(test(grid()).size()).isGreaterThan(3);
    }

    @Test
    void what_was_looked_for_is_taken_away() throws IOException {
        open("");
        assertThat(find(Download.class).all()).hasSize(2);

        var file = new ByteArrayOutputStream();
        export.write(owner, club, AuditLog.Filter.ofActor(owner), ExportFormat.CSV, Locale.of("ru"), file);

        assertThat(file.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .element(1)
                .asString()
                .contains(
                        "\"Марина (команда клуба)\"",
                        "\"Человек в команде: Римма\"",
                        "\"роль: Только просмотр → Маркетинг\"");
    }

    @Test
    void a_press_on_a_name_shows_what_else_they_changed() {
        open("");

        test(firstName()).click();

        assertThat(test(grid()).size()).isEqualTo(1);
    }

    @Test
    void what_makes_no_sense_in_the_address_looks_for_nothing() {
        open("?thing=LEDGER_ENTRY&actor=x'&from=2026-13-01&to=+999999999-01-01");

        assertThat(test(grid()).size()).isGreaterThan(2);
    }

    @Test
    void pages_follow_each_other_without_gaps() {
        for (int i = 0; i < 25; i++) {
            settings.change(
                    owner,
                    club,
                    i,
                    new ClubSettings.Wish("Клуб " + i, "Москва", "Тверская", ZoneId.of("Asia/Omsk"), true));
        }
        List<Long> read = new ArrayList<>();
        AuditLog.Key after = null;
        List<ClubAudit.Step> page;
        do {
            page = audit.steps(owner, club, AuditLog.Filter.EVERYTHING, after, 7);
            page.forEach(step -> read.add(step.entry().id()));
            after = page.isEmpty() ? null : page.getLast().entry().key();
        } while (page.size() == 7);

        assertThat(read).doesNotHaveDuplicates().hasSizeGreaterThan(25);
    }

    @Test
    void changes_of_another_club_are_not_there() {
        long other = club("Север", "PRO", owner);

        assertThat(audit.steps(owner, club, AuditLog.Filter.ofClub(other), null, 100))
                .allMatch(step -> step.entry().clubId() == club);
    }

    @ParameterizedTest
    @EnumSource(StaffRole.class)
    void owners_and_managers_read_it(StaffRole role) {
        long member = person("Пётр");
        staffMembers.add(club, member, role);

        if (role == StaffRole.OWNER || role == StaffRole.MANAGER) {
            assertThat(audit.steps(member, club, AuditLog.Filter.EVERYTHING, null, 10))
                    .isNotEmpty();
        } else {
            assertThatThrownBy(() -> audit.steps(member, club, AuditLog.Filter.EVERYTHING, null, 10))
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.FORBIDDEN));
        }
    }

    @Test
    void others_do_not_find_it_in_their_menu_and_not_behind_its_address() {
        signInAs(StaffRole.MARKETING, club);

        go("club/" + club + "/staff");
        assertThat(find(SideNavItem.class).all())
                .extracting(SideNavItem::getPath)
                .doesNotContain("club/" + club + "/audit");
        open("");
        assertThat(page()).contains("Сюда вам нельзя");
    }

    private Button firstName() {
        return test(grid())
                .getCellComponent(0, WHO)
                .getChildren()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private String cell(int row, int column) {
        return test(grid()).getCellComponent(row, column).getElement().getTextRecursively();
    }

    private void open(String query) {
        go("club/" + club + "/audit" + query);
    }

    private AuditGrid grid() {
        return find(AuditGrid.class).single();
    }
}
