package ru.trenergram.security;

import java.util.Set;

/** Which panels a person may open. The module that knows the staff implements it. */
public interface PanelRoles {

    Set<Role> of(Caller caller);

    /** A role as views name it: {@code @RolesAllowed(Role.Names.STAFF)}. */
    enum Role {
        STAFF,
        SUPERADMIN
    }

    final class Names {
        public static final String STAFF = "STAFF";
        public static final String SUPERADMIN = "SUPERADMIN";

        private Names() {}
    }
}
