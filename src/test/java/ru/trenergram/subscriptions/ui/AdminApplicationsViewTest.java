package ru.trenergram.subscriptions.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.clubs.ClubApplication.Details;
import ru.trenergram.clubs.ClubApplications;
import ru.trenergram.clubs.ClubApplications.Listed;
import ru.trenergram.security.Caller;

class AdminApplicationsViewTest extends SubscriptionPanelTest {

    private static final int OUTCOME = 4;

    @Autowired
    ClubApplications applications;

    private Caller admin;
    private long applicant;

    @BeforeEach
    void an_application() {
        applicant = person("Ирина");
        applications.apply(applicant, new Details("Волна", "Москва", "Лесная, 1", MOSCOW, "+7 900"));
        admin = admin();
    }

    @Test
    void an_open_one_is_approved_and_becomes_a_club() {
        go("admin/applications");
        int row = row();
        assertThat(rows().getCellText(row, 2)).isEqualTo("Москва, Лесная, 1");
        assertThat(rows().getCellText(row, 3)).isEqualTo("Ирина · +7 900");

        test(button(row, "Одобрить")).click();

        assertThat(notice()).isEqualTo("Клуб «Волна» на платформе");
        assertThat(staffMembers.memberships(applicant)).hasSize(1);
        go("admin/applications?state=approved");
        assertThat(row()).isNotNegative();
    }

    @Test
    void a_refusal_needs_a_reason() {
        go("admin/applications");
        test(button(row(), "Отклонить")).click();
        roundTrip();
        pressInDialog("Отклонить");
        assertThat(find(TextArea.class).single().isInvalid()).isTrue();

        find(TextArea.class).single().setValue("Нет такого адреса");
        pressInDialog("Отклонить");

        assertThat(applications.open(applicant)).isEmpty();
        go("admin/applications?state=refused");
        assertThat(rows().getCellComponent(row(), OUTCOME).getElement().getTextRecursively())
                .contains("Нет такого адреса");
    }

    @Test
    void of_a_decision_that_somebody_else_has_made_one_is_told() {
        go("admin/applications");
        Button approve = button(row(), "Одобрить");
        applications.refuse(admin, applications.open(applicant).orElseThrow().id(), "Нет");

        test(approve).click();

        assertThat(notice()).isEqualTo("По заявке клуба «Волна» уже решили без вас");
        assertThat(staffMembers.memberships(applicant)).isEmpty();
    }

    private int row() {
        for (int row = 0; row < rows().size(); row++) {
            if (rows().getRow(row).application().applicantId() == applicant) {
                return row;
            }
        }
        return -1;
    }

    private Button button(int row, String text) {
        return find(Button.class, rows().getCellComponent(row, OUTCOME))
                .withText(text)
                .single();
    }

    private GridTester<Grid<Listed>, Listed> rows() {
        Grid<Listed> grid = find(Grid.class).single();
        return test(grid);
    }
}
