package ru.trenergram.tariffs;

import java.util.List;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;

/** There is more in use than the tariff would allow. */
public class TariffExceededException extends DomainException {

    private final transient List<String> over;

    /**
     * @param limit of trainers
     * @param over the names of what is too much: a club's trainers, or the clubs that have too many of them
     */
    public TariffExceededException(int limit, List<String> over) {
        super(ErrorCode.TARIFF_EXCEEDED, limit, String.join(", ", over));
        this.over = List.copyOf(over);
    }

    public List<String> over() {
        return over;
    }
}
