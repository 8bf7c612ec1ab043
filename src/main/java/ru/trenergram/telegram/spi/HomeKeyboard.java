package ru.trenergram.telegram.spi;

import java.util.Optional;
import ru.trenergram.telegram.spi.Message.Keyboard;

/** The keyboard that stays under a person's chat while no dialog shows its own. At most one bean a bot. */
public interface HomeKeyboard {

    Bot bot();

    Optional<Keyboard.Reply> of(Interlocutor user);
}
