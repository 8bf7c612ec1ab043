package ru.trenergram.demo;

import org.jspecify.annotations.Nullable;
import ru.trenergram.telegram.spi.TelegramPerson;

/** The people of the demo club. Ids of this range belong to no Telegram account that writes to bots. */
enum DemoPerson {
    OWNER(1, "Марина", "Орлова", "marina_demo"),
    MANAGER(2, "Олег", "Зимин", "oleg_demo"),
    READER(3, "Полина", "Гринёва", "polina_demo"),

    STRENGTH(11, "Анна", "Лебедева", "anna_trainer_demo"),
    BOXING(12, "Игорь", "Соколов", "igor_trainer_demo"),
    YOGA(13, "Дарья", "Ким", "daria_trainer_demo"),
    APPLICANT(14, "Тимур", "Ахметов", "timur_trainer_demo"),

    KATYA(21, "Екатерина", "Морозова", "katya_demo"),
    PAVEL(22, "Павел", "Никитин", null),
    SVETA(23, "Светлана", "Белова", "sveta_demo"),
    ARTYOM(24, "Артём", "Козлов", null),
    EMILY(25, "Emily", "Carter", "emily_demo"),
    NINA(26, "Нина", "Фёдорова", null),
    ROMAN(27, "Роман", "Власов", "roman_demo"),
    ALINA(28, "Алина", "Сафина", null);

    private static final long FIRST_ID = 6_000_000_000L;

    private final int number;
    private final String firstName;
    private final String lastName;
    private final @Nullable String username;

    DemoPerson(int number, String firstName, String lastName, @Nullable String username) {
        this.number = number;
        this.firstName = firstName;
        this.lastName = lastName;
        this.username = username;
    }

    TelegramPerson telegram() {
        return new TelegramPerson(FIRST_ID + number, firstName, lastName, username, this == EMILY ? "en" : "ru");
    }

    String phone() {
        return "790000000%02d".formatted(number);
    }
}
