package ru.trenergram.users;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "users")
@DynamicUpdate // who changes one thing leaves alone what others change at the same time
class User {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private @Nullable Long telegramId;
    private String firstName;
    private @Nullable String lastName;
    private @Nullable String username;
    private @Nullable String photoUrl;
    private @Nullable String phone;
    private String language;
    private @Nullable String timezone;
    private @Nullable String source;
    private @Nullable Instant unreachableSince;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected User() {}

    void change(ProfileChange change) {
        if (change.firstName() != null) {
            firstName = change.firstName().strip();
        }
        if (change.lastName() != null) {
            lastName = blankToNull(change.lastName());
        }
        if (change.phone() != null) {
            phone = blankToNull(change.phone());
        }
        if (change.language() != null) {
            language = change.language();
        }
        if (change.timezone() != null) {
            timezone = change.timezone().getId();
        }
    }

    void sharePhone(String number) {
        phone = number.startsWith("+") ? number : "+" + number;
    }

    void becameUnreachable(Instant now) {
        if (unreachableSince == null) {
            unreachableSince = now;
        }
    }

    void becameReachable() {
        unreachableSince = null;
    }

    UserInfo info() {
        return new UserInfo(
                id,
                new Person(telegramId == null ? 0 : telegramId, firstName, lastName, username, photoUrl),
                phone,
                Locale.of(language),
                timezone == null ? null : ZoneId.of(timezone));
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
