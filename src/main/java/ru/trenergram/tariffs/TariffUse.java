package ru.trenergram.tariffs;

import java.util.List;

/** Who lives by a tariff. The module that knows the clubs implements it. */
public interface TariffUse {

    /**
     * The names of the clubs that have the tariff in force, and more trainers than so many.
     *
     * @param limit of trainers
     */
    List<String> clubsAbove(String tariffCode, int limit);
}
