package ru.trenergram.clubs;

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

    /** Approves the trainers who apply. */
    public boolean managesTrainers() {
        return this == OWNER || this == MANAGER;
    }
}
