package ru.trenergram.balances.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Money;
import ru.trenergram.trainers.RosterChange;
import ru.trenergram.trainers.RosterEntry;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What a trainer writes down about a client. What is left out stays as it is; null takes the note away, and brings the
 * price back to the trainer's own. It is no record because a record cannot tell the two apart.
 */
final class ClientChange {

    @Size(max = 2000) private @Nullable String note;

    @Valid private @Nullable Price price;

    private @Nullable Boolean archived;
    private @Nullable Integer version;
    private boolean setsNote;
    private boolean setsPrice;

    /** @param amount in kopecks, up to 1 000 000 ₽ */
    record Price(
            @NotNull @Min(0) @Max(100_000_000) @JsonDeserialize(using = WholeNumber.class)
            Long amount,

            @NotNull @Pattern(regexp = "RUB") String currency) {}

    public void setNote(@Nullable String note) {
        this.note = note;
        setsNote = true;
    }

    public void setPrice(@Nullable Price price) {
        this.price = price;
        setsPrice = true;
    }

    public void setArchived(@Nullable Boolean archived) {
        this.archived = archived;
    }

    public void setVersion(@Nullable Integer version) {
        this.version = version;
    }

    @Nullable Integer version() {
        return version;
    }

    /** The entry as it is to be. */
    RosterChange of(RosterEntry entry) {
        return new RosterChange(
                setsNote ? written(note) : entry.note(),
                setsPrice ? rubles(price) : entry.price(),
                archived == null ? entry.archived() : archived,
                entry.version());
    }

    /** PostgreSQL keeps no zero character. */
    private static @Nullable String written(@Nullable String note) {
        if (note != null && note.indexOf('\0') >= 0) {
            throw DomainException.invalid("note", "invalid");
        }
        return note == null || note.isBlank() ? null : note.strip();
    }

    private static @Nullable Money rubles(@Nullable Price price) {
        return price == null ? null : Money.rubles(price.amount());
    }
}
