package ru.trenergram.members.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.members.MemberArrivals;
import ru.trenergram.members.TrainerCards.TrainersClient;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.scheduling.Hours;
import ru.trenergram.scheduling.WorkingHours;
import ru.trenergram.support.PanelTest;

/** It is Monday, 30 November 2026, 12:00 in Moscow. */
class TrainerViewTest extends PanelTest {

    @Autowired
    Bookings bookings;

    @Autowired
    WorkingHours workingHours;

    @Autowired
    MemberArrivals arrivals;

    @Test
    void the_card_says_who_the_trainer_is_and_how_busy() {
        long club = ownClub("PRO");
        long trainer = trainer(club, "Анна");
        workingHours.replaceWeek(
                trainer, List.of(Hours.of(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(19, 0))), 0);
        long client = clientOf(trainer, "Клим");
        book(trainer, client, "2026-11-30T12:00:00Z");
        book(trainer, client, "2026-12-07T12:00:00Z");
        arrivals.gather(club);

        open(club, trainer);

        assertThat(page())
                .contains("Анна", "1тренировок в клубе на этой неделе", "10\u00a0%рабочего времени занято на неделе")
                .contains("2\u00a0500\u00a0₽", "0\u00a0₽списано за тренировки в клубе");
        TrainersClient row = test(find(TrainersClientGrid.class).single()).getRow(0);
        assertThat(row.name()).isEqualTo("Клим");
        assertThat(row.sessions()).isEqualTo(2);
    }

    @Test
    void marketing_sees_no_income_and_who_only_reads_no_phone() {
        long club = ownClub("PRO");
        long trainer = trainer(club, "Анна");
        users.sharePhone(trainer, "79160000001");

        signInAs(StaffRole.MARKETING, club);
        open(club, trainer);
        assertThat(page()).contains("916").doesNotContain("списано за тренировки");

        signInAs(StaffRole.READONLY, club);
        open(club, trainer);
        assertThat(page()).doesNotContain("916").contains("списано за тренировки");
        assertThat(find(Button.class).withText("Убрать из клуба").exists()).isFalse();
    }

    @Test
    void an_applicant_is_refused_with_a_reason() {
        long club = ownClub("PRO");
        long trainer = applicant(club, "Борис");
        open(club, trainer);

        test(find(Button.class).withText("Отказать").single()).click();
        test(find(TextArea.class).single()).setValue("Нет места в зале");
        test(find(Button.class).withText("Отказать").last()).click();

        assertThat(notice()).isEqualTo("Вы отказали: Борис");
        assertThat(address()).isEqualTo("club/" + club + "/trainers");
        assertThat(clubTrainers.ofTrainer(trainer)).isEmpty();
    }

    @Test
    void who_was_approved_meanwhile_is_not_refused() {
        long club = ownClub("PRO");
        long trainer = applicant(club, "Борис");
        open(club, trainer);
        test(find(Button.class).withText("Отказать").single()).click();
        clubTrainers.approve(staffMembers.owners(club).getFirst(), club, trainer);

        test(find(Button.class).withText("Отказать").last()).click();

        assertThat(notice()).isEqualTo("Заявку уже рассмотрел кто-то другой: Борис");
        assertThat(page()).contains("в клубе");
    }

    @Test
    void an_applicant_is_approved() {
        long club = ownClub("PRO");
        long trainer = applicant(club, "Борис");
        open(club, trainer);

        test(find(Button.class).withText("Принять").single()).click();

        assertThat(page()).contains("в клубе");
        assertThat(clubTrainers.ofTrainer(trainer))
                .extracting(ClubTrainer::status)
                .containsExactly(ClubTrainer.Status.ACTIVE);
    }

    @Test
    void taking_a_trainer_off_says_first_what_it_will_do() {
        long club = ownClub("PRO");
        long trainer = trainer(club, "Анна");
        long client = clientOf(trainer, "Клим");
        var ahead = book(trainer, client, "2026-12-01T12:00:00Z");
        open(club, trainer);

        test(find(Button.class).withText("Убрать из клуба").single()).click();
        var dialog = find(ConfirmDialog.class).single();
        assertThat(dialog.getElement().getTextRecursively()).contains("Тренировок впереди: 1, клиентов: 1");
        test(dialog).confirm();

        assertThat(clubTrainers.ofTrainer(trainer)).isEmpty();
        assertThat(bookings.get(ahead.id()).locationId()).isNull();
        assertThat(notice()).isEqualTo("Анна больше не тренер клуба");
    }

    @Test
    void another_clubs_trainer_is_not_there() {
        long other = trainer(club("Север", "PRO", person("Олег")), "Анна");

        open(ownClub("PRO"), other);

        assertThat(page()).contains("Здесь ничего нет");
    }

    private void open(long club, long trainer) {
        go("club/" + club + "/trainers/" + users.get(trainer).telegramId());
    }
}
