package ru.trenergram.clubs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import ru.trenergram.base.Settings;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.CommandMenus;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/**
 * Which commands of the staff bot serve whom (docs/operations.md, "The staff bot"). The menus show no others; what a
 * command does for whom is checked where it is done.
 */
@Service
public class StaffCommands {

    private final StaffMembers staff;
    private final Users users;
    private final Settings settings;
    private final CommandMenus menus;

    StaffCommands(StaffMembers staff, Users users, Settings settings, CommandMenus menus) {
        this.staff = staff;
        this.users = users;
        this.settings = settings;
        this.menus = menus;
    }

    /** The commands that serve a person, in the order in which they are shown. */
    public List<String> of(long userId) {
        Set<StaffRole> roles = EnumSet.noneOf(StaffRole.class);
        staff.memberships(userId).forEach(membership -> roles.add(membership.role()));
        return of(roles, settings.superadmins().contains(users.get(userId).telegramId()));
    }

    /** Commands for cashiers alone will stand beside {@code today}. */
    static List<String> of(Collection<StaffRole> roles, boolean superadmin) {
        boolean panel = roles.stream().anyMatch(StaffRole::opensPanel);
        List<String> commands = new ArrayList<>();
        if (panel) {
            commands.add("today");
        }
        if (panel || superadmin) {
            commands.add("login");
        }
        if (roles.stream().anyMatch(role -> !role.invites().isEmpty())) {
            commands.add("invite");
        }
        commands.addAll(List.of("newclub", "help", "cancel"));
        return commands;
    }

    /** Puts a person's own commands into their menu, in the language they have now. */
    public void show(long userId) {
        UserInfo user = users.get(userId);
        menus.show(Bot.STAFF, user.telegramId(), user.language(), of(userId));
    }

    @ApplicationModuleListener
    void on(ClubEvents.StaffJoined event) {
        show(event.userId());
    }

    @ApplicationModuleListener
    void on(ClubEvents.ClubApplicationDecided event) {
        show(event.applicantId());
    }
}
