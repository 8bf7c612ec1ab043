package ru.trenergram.clubs;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.trenergram.security.Caller;
import ru.trenergram.security.PanelRoles;
import ru.trenergram.security.Superadmins;

/** Staff of any club open the club panel; super-admins are named in the configuration. */
@Component
class StaffRoles implements PanelRoles {

    private final StaffMembers staff;
    private final Superadmins superadmins;

    StaffRoles(StaffMembers staff, Superadmins superadmins) {
        this.staff = staff;
        this.superadmins = superadmins;
    }

    @Override
    public Set<Role> of(Caller caller) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (staff.memberships(caller.userId()).stream()
                .anyMatch(membership -> membership.role().opensPanel())) {
            roles.add(Role.STAFF);
        }
        if (superadmins.contains(caller)) {
            roles.add(Role.SUPERADMIN);
        }
        return roles;
    }
}
