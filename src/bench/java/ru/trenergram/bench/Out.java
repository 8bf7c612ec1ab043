package ru.trenergram.bench;

/** What a person at the terminal reads. */
final class Out {

    private Out() {}

    static void line(String format, Object... values) {
        System.out.println(format.formatted(values));
    }
}
