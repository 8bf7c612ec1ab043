package ru.trenergram.clubs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ui.ClubMenu;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffDesk;
import ru.trenergram.clubs.StaffInvitation;
import ru.trenergram.clubs.StaffInvitations;
import ru.trenergram.clubs.StaffMember;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.security.Caller;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.users.Users;

/** Who runs the club: roles, and the invitations that are still open. */
@Route("club/:clubId([0-9]{1,18})/staff")
@ClubMenu(title = "club.staff.menu", icon = LineIcon.BADGE, order = 70)
@PermitAll
class StaffView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient StaffMembers members;
    private final transient StaffDesk desk;
    private final transient StaffInvitations invitations;
    private final transient Users users;
    private final transient BotLinks links;
    private final transient AuthenticationContext authentication;
    private long staffId;
    private long clubId;
    private String title = "";

    StaffView(
            StaffMembers members,
            StaffDesk desk,
            StaffInvitations invitations,
            Users users,
            BotLinks links,
            AuthenticationContext authentication) {
        this.members = members;
        this.desk = desk;
        this.invitations = invitations;
        this.users = users;
        this.links = links;
        this.authentication = authentication;
        addClassNames("list", "scrolled");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        staffId =
                authentication.getAuthenticatedUser(Caller.class).orElseThrow().userId();
        clubId = event.getRouteParameters().getLong("clubId").orElseThrow();
        show();
    }

    private void show() {
        Membership me = members.panelMembership(staffId, clubId);
        List<StaffMember> staff = desk.members(staffId, clubId);
        title = getTranslation("club.staff.menu") + " · " + me.club().name();
        var head = new Div(new Div(
                new H1(getTranslation("club.staff.menu")),
                new Paragraph(getTranslation("club.staff.summary", staff.size()))));
        head.addClassName("list-head");
        removeAll();
        add(head);
        if (!me.role().invites().isEmpty()) {
            var invite = new Button(getTranslation("club.staff.invite"), click -> invite(me));
            invite.addThemeVariants(ButtonVariant.PRIMARY);
            head.add(invite);
        }
        add(new StaffGrid(
                staff,
                me.role(),
                staffId,
                me.club().timezone(),
                this::changeRole,
                member -> confirmRemoval(me, member)));
        if (!me.role().invites().isEmpty()) {
            showInvitations(me);
        }
    }

    private void showInvitations(Membership me) {
        List<StaffInvitation> open = invitations.open(staffId, clubId);
        add(new H2(getTranslation("club.invitations.title")));
        add(
                open.isEmpty()
                        ? new Paragraph(getTranslation("club.invitations.empty"))
                        : new InvitationGrid(
                                open,
                                users.getAll(open.stream()
                                        .map(StaffInvitation::invitedBy)
                                        .toList()),
                                me,
                                this::revoke));
    }

    private void invite(Membership me) {
        new InviteDialog(
                        me.role().invites(),
                        role -> links.deepLink(
                                Bot.STAFF,
                                StaffInvitations.PREFIX
                                        + invitations
                                                .make(staffId, clubId, role)
                                                .code()),
                        this::show)
                .open();
    }

    private void revoke(StaffInvitation invitation) {
        String now = switch (invitations.revoke(staffId, invitation.id())) {
            case REVOKED, OPEN -> "club.invitation.revoked";
            case ACCEPTED -> "club.invitation.accepted";
            case DECLINED -> "club.invitation.declined";
            case EXPIRED -> "club.invitation.expired";
        };
        Notices.done(getTranslation(now));
        show();
    }

    /** Whatever the answer is, the list shows what is true afterwards. */
    private void changeRole(StaffMember member, StaffRole role) {
        try {
            desk.changeRole(staffId, clubId, member.userId(), member.role(), role);
            Notices.done(getTranslation("club.staff.role-changed", member.name(), getTranslation(role.messageKey())));
        } catch (DomainException refusal) {
            Notices.refused(getTranslation(refusal.code().messageKey(), refusal.arguments()));
        }
        show();
    }

    private void confirmRemoval(Membership me, StaffMember member) {
        boolean self = member.userId() == staffId;
        var confirm = new Confirmation(
                self
                        ? getTranslation("club.staff.leave.title", me.club().name())
                        : getTranslation("club.staff.remove.title", member.name()),
                getTranslation(self ? "club.staff.leave.what" : "club.staff.remove.what"),
                getTranslation(self ? "club.staff.leave" : "club.staff.remove"),
                () -> remove(member, self));
        confirm.open();
    }

    private void remove(StaffMember member, boolean self) {
        try {
            desk.remove(staffId, clubId, member.userId());
        } catch (DomainException refusal) {
            Notices.refused(getTranslation(refusal.code().messageKey(), refusal.arguments()));
            show();
            return;
        }
        if (self) {
            UI.getCurrent().navigate("club");
        } else {
            Notices.done(getTranslation("club.staff.removed", member.name()));
            show();
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
