package ru.trenergram.clubs;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import ru.trenergram.security.Superadmins;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.CommandMenus;
import ru.trenergram.users.LanguageChanged;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/**
 * Which commands of the staff bot serve whom (docs/operations.md, "The staff bot"). The menus show no others; what a
 * command does for whom is checked where it is done.
 */
@Service
public class StaffCommands {

    /** In the order in which they are shown: the work of the day first, and with it what cashiers alone will have. */
    private static final List<Command> COMMANDS = List.of(
            new Command("today", StaffRole::opensPanel, false, false),
            new Command("login", StaffRole::opensPanel, true, false),
            new Command("qr", StaffRole::handsOutCodes, false, false),
            new Command("invite", role -> !role.invites().isEmpty(), false, false),
            Command.forAll("newclub"),
            Command.forAll("settings"),
            Command.forAll("support"),
            Command.forAll("help"),
            Command.forAll("cancel"));

    private final StaffMembers staff;
    private final Users users;
    private final Superadmins superadmins;
    private final CommandMenus menus;

    StaffCommands(StaffMembers staff, Users users, Superadmins superadmins, CommandMenus menus) {
        this.staff = staff;
        this.users = users;
        this.superadmins = superadmins;
        this.menus = menus;
    }

    /** The commands that serve a person, in the order in which they are shown. */
    public List<String> of(long userId) {
        Set<StaffRole> roles = EnumSet.noneOf(StaffRole.class);
        staff.memberships(userId).forEach(membership -> roles.add(membership.role()));
        return of(roles, superadmins.contains(users.get(userId).telegramId()));
    }

    static List<String> of(Collection<StaffRole> roles, boolean superadmin) {
        return COMMANDS.stream()
                .filter(command -> command.forAll()
                        || command.forSuperadmins() && superadmin
                        || roles.stream().anyMatch(command.forRole()))
                .map(Command::name)
                .toList();
    }

    private record Command(String name, Predicate<StaffRole> forRole, boolean forSuperadmins, boolean forAll) {

        static Command forAll(String name) {
            return new Command(name, _ -> true, true, true);
        }
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
    void on(ClubEvents.StaffRoleChanged event) {
        show(event.userId());
    }

    @ApplicationModuleListener
    void on(ClubEvents.StaffLeft event) {
        show(event.userId());
    }

    @ApplicationModuleListener
    void on(ClubEvents.ClubApplicationDecided event) {
        show(event.applicantId());
    }

    /** Nothing is sent to who has never written to the staff bot. */
    @ApplicationModuleListener
    void on(LanguageChanged event) {
        show(event.userId());
    }
}
