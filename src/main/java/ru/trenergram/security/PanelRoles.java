package ru.trenergram.security;

import java.util.Set;

/** Which panels a person may open. The module that knows the staff implements it. */
public interface PanelRoles {

    Set<Role> of(Caller caller);

    /** Stands in the session of who has signed in, as the authority {@code ROLE_…}. */
    enum Role {
        STAFF,
        SUPERADMIN
    }
}
