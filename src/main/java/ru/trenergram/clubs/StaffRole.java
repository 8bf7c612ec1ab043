package ru.trenergram.clubs;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What somebody is at a club; what each may do stands in PRODUCT.md, "Clubs, tariffs, platform". */
public enum StaffRole {
    OWNER,
    MANAGER,
    MARKETING,
    READONLY,
    CASHIER;

    /** Cashiers work in the staff bot only. */
    public boolean opensPanel() {
        return this != CASHIER;
    }

    public boolean seesPhones() {
        return this != READONLY && this != CASHIER;
    }

    /** Prints the club's QR code. */
    public boolean handsOutCodes() {
        return this == OWNER || this == MANAGER || this == MARKETING;
    }

    /** Approves the trainers who apply. */
    public boolean managesTrainers() {
        return this == OWNER || this == MANAGER;
    }

    /** Acts on the trainer's side in the bookings at the club's locations. */
    public boolean managesBookings() {
        return this == OWNER || this == MANAGER;
    }

    /** The roles to which this one invites others. */
    public Set<StaffRole> invites() {
        return switch (this) {
            case OWNER -> EnumSet.allOf(StaffRole.class);
            case MANAGER -> EnumSet.of(MARKETING, READONLY, CASHIER);
            case MARKETING, READONLY, CASHIER -> Set.of();
        };
    }

    /** The key of its name in the message bundles. */
    public String messageKey() {
        return "panel.role." + name().toLowerCase(Locale.ROOT);
    }
}
