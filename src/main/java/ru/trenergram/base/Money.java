package ru.trenergram.base;

import java.util.Currency;

/**
 * An amount of money.
 *
 * @param amount in minor units (kopecks), may be negative
 * @param currency ISO 4217 code
 */
public record Money(long amount, String currency) {

    public Money {
        Currency.getInstance(currency);
    }

    public static Money rubles(long minorUnits) {
        return new Money(minorUnits, "RUB");
    }
}
