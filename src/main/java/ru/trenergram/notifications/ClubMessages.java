package ru.trenergram.notifications;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.trenergram.clubs.ClubEvents;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.clubs.StaffInvitation;
import ru.trenergram.clubs.StaffInvitations;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.scheduling.TrainerLeftClub;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Messenger.Priority;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** What a club's staff and its trainers are told of one another. */
@Component
class ClubMessages {

    private final Messenger messenger;
    private final Users users;
    private final Clubs clubs;
    private final ClubTrainers clubTrainers;
    private final StaffMembers staff;
    private final StaffInvitations invitations;
    private final MessageSource texts;
    private final Clock clock;

    ClubMessages(
            Messenger messenger,
            Users users,
            Clubs clubs,
            ClubTrainers clubTrainers,
            StaffMembers staff,
            StaffInvitations invitations,
            MessageSource texts,
            Clock clock) {
        this.messenger = messenger;
        this.users = users;
        this.clubs = clubs;
        this.clubTrainers = clubTrainers;
        this.staff = staff;
        this.invitations = invitations;
        this.texts = texts;
        this.clock = clock;
    }

    /** Whoever has been decided on by the time the event arrives asks for nothing any more. */
    @ApplicationModuleListener
    void on(ClubEvents.TrainerApplied event) {
        boolean waits = clubTrainers
                .find(event.clubId(), event.trainerId())
                .filter(place -> place.status() == ClubTrainer.Status.APPLIED)
                .isPresent();
        if (waits) {
            String ids = event.clubId() + ":" + event.trainerId();
            tellStaff(
                    staff.managers(event.clubId()),
                    "notify.trainer_applied",
                    event.trainerId(),
                    event.clubId(),
                    ids,
                    "trainer-applied:" + ids + ":" + event.at());
        }
    }

    /** Once a day: a trainer may try as often as they like. */
    @ApplicationModuleListener
    void on(ClubEvents.TrainerTurnedAway event) {
        tellStaff(
                staff.owners(event.clubId()),
                "notify.trainer_turned_away",
                event.trainerId(),
                event.clubId(),
                null,
                "trainer-turned-away:" + event.clubId() + ":" + event.trainerId() + ":" + LocalDate.now(clock));
    }

    @ApplicationModuleListener
    void on(ClubEvents.TrainerApproved event) {
        tellTrainer(event.trainerId(), "notify.trainer_approved", event.clubId(), "trainer-approved:" + event);
    }

    @ApplicationModuleListener
    void on(ClubEvents.TrainerRefused event) {
        UserInfo trainer = users.get(event.trainerId());
        String reason = event.reason();
        String text = reason == null
                ? text(trainer, "notify.trainer_refused", club(event.clubId()))
                : text(trainer, "notify.trainer_refused_because", club(event.clubId()), Message.escape(reason));
        String occasion = "trainer-refused:" + event.clubId() + ":" + event.trainerId() + ":" + event.at();
        send(Bot.MAIN, trainer, Message.of(text), occasion);
    }

    /** The trainer reads it where they accepted. */
    @ApplicationModuleListener
    void on(ClubEvents.TrainerJoined event) {
        tellStaff(
                staff.managers(event.clubId()),
                "notify.trainer_joined",
                event.trainerId(),
                event.clubId(),
                null,
                "trainer-joined:" + event.clubId() + ":" + event.trainerId() + ":" + event.at());
    }

    @ApplicationModuleListener
    void on(TrainerLeftClub event) {
        String occasion = "trainer-left:" + event.clubId() + ":" + event.trainerId() + ":" + event.at();
        String club = club(event.clubId());
        UserInfo trainer = users.get(event.trainerId());
        String name = Message.escape(trainer.person().fullName());
        send(
                Bot.MAIN,
                trainer,
                Message.of(text(trainer, "notify.left_club.trainer", club, event.bookings())),
                occasion);
        for (UserInfo client : users.getAll(event.clientIds()).values()) {
            send(Bot.MAIN, client, Message.of(text(client, "notify.left_club.client", name, club)), occasion);
        }
    }

    @ApplicationModuleListener
    void on(ClubEvents.StaffJoined event) {
        tellInviters(event.invitationId(), event.userId(), "notify.staff_joined", "staff-joined");
    }

    @ApplicationModuleListener
    void on(ClubEvents.InvitationDeclined event) {
        tellInviters(event.invitationId(), event.userId(), "notify.invitation_declined", "invitation-declined");
    }

    @ApplicationModuleListener
    void on(ClubEvents.StaffRoleChanged event) {
        UserInfo member = users.get(event.userId());
        String text = text(
                member,
                "notify.staff_role",
                club(event.clubId()),
                text(member, event.role().messageKey()));
        send(Bot.STAFF, member, Message.of(text), "staff-role:" + event);
    }

    /** Who leaves by themselves knows it. */
    @ApplicationModuleListener
    void on(ClubEvents.StaffLeft event) {
        if (event.userId() != event.byId()) {
            UserInfo member = users.get(event.userId());
            String text = text(member, "notify.staff_removed", club(event.clubId()));
            send(Bot.STAFF, member, Message.of(text), "staff-left:" + event);
        }
    }

    /** @param decision what the buttons decide on, or null for a message without buttons */
    private void tellStaff(
            Collection<Long> people,
            String key,
            long trainerId,
            long clubId,
            @Nullable String decision,
            String occasion) {
        String trainer = Message.escape(users.get(trainerId).person().fullName());
        String club = club(clubId);
        for (UserInfo member : users.getAll(people).values()) {
            Message message = Message.of(text(member, key, trainer, club));
            if (decision != null) {
                message = message.with(new Keyboard.Inline(List.of(List.of(
                        new Button.Callback(text(member, "staff.trainer.approve"), "trainer-approve:" + decision),
                        new Button.Callback(text(member, "staff.trainer.refuse"), "trainer-refuse:" + decision)))));
            }
            send(Bot.STAFF, member, message, occasion);
        }
    }

    private void tellTrainer(long trainerId, String key, long clubId, String occasion) {
        UserInfo trainer = users.get(trainerId);
        send(Bot.MAIN, trainer, Message.of(text(trainer, key, club(clubId))), occasion);
    }

    /** The club's owners hear of it, and who made the invitation. */
    private void tellInviters(long invitationId, long userId, String key, String occasion) {
        StaffInvitation invitation = invitations.get(invitationId);
        String somebody = Message.escape(users.get(userId).person().fullName());
        Set<Long> people = new LinkedHashSet<>(staff.owners(invitation.club().id()));
        people.add(invitation.invitedBy());
        people.remove(userId);
        for (UserInfo member : users.getAll(people).values()) {
            String role = text(member, invitation.role().messageKey());
            String club = Message.escape(invitation.club().name());
            send(Bot.STAFF, member, Message.of(text(member, key, somebody, club, role)), occasion + ":" + invitationId);
        }
    }

    private void send(Bot bot, UserInfo person, Message message, String occasion) {
        messenger.send(bot, person.telegramId(), message, Priority.TRANSACTIONAL, occasion + ":" + person.id());
    }

    private String club(long clubId) {
        return Message.escape(clubs.name(clubId));
    }

    private String text(UserInfo reader, String key, Object... arguments) {
        return texts.getMessage(key, arguments, reader.language());
    }
}
