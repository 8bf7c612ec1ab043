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

    /** Income, prices and debts; of a club's panel only marketing has no use for them. */
    public boolean seesMoney() {
        return this == OWNER || this == MANAGER || this == READONLY;
    }

    /** Takes lists and reports away as files, and has them sent. */
    public boolean exports() {
        return this == OWNER || this == MANAGER;
    }

    /** Sets up the club: its name and address, its locations, whether it has a public page. */
    public boolean managesClub() {
        return this == OWNER || this == MANAGER;
    }

    /** Reads who changed what. */
    public boolean readsAudit() {
        return this == OWNER || this == MANAGER;
    }

    /** Prints the club's QR code. */
    public boolean handsOutCodes() {
        return this == OWNER || this == MANAGER || this == MARKETING;
    }

    /** Approves the trainers who apply. */
    public boolean managesTrainers() {
        return this == OWNER || this == MANAGER;
    }

    /** Acts on the trainer's side in bookings at the club. */
    public boolean managesBookings() {
        return this == OWNER || this == MANAGER;
    }

    /** Sees what the club pays to the platform, and chooses its tariff. */
    public boolean managesSubscription() {
        return this == OWNER;
    }

    /** Keeps the records of the club's clients: changes, imports and merges them. */
    public boolean managesClients() {
        return this == OWNER || this == MANAGER;
    }

    /** What a client and their trainer owe each other, which is theirs and not the club's. */
    public boolean seesBalances() {
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
