package ru.trenergram.bench;

/** The ids that seed.sql gives: ten digits, of which the first says what they are of. */
final class People {

    static final int TRAINERS = 1_000;
    static final int CLIENTS_EACH = 50;

    private People() {}

    /** @param n from 1 */
    static long trainer(int n) {
        return 1_000_000_000L + n;
    }

    static long trainerTelegram(int n) {
        return 5_000_000_000L + n;
    }

    static long resource(int n) {
        return 3_000_000_000L + n;
    }

    /** The number of a client of a trainer. @param k from 0 to 49 */
    static int client(int trainer, int k) {
        return k * TRAINERS + trainer;
    }

    static long client(int number) {
        return 2_000_000_000L + number;
    }

    static long clientTelegram(int number) {
        return 6_000_000_000L + number;
    }
}
