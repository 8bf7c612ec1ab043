package ru.trenergram.trainers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.telegram.spi.CommandMenus;
import ru.trenergram.telegram.spi.HomeKeyboard;
import ru.trenergram.telegram.spi.Interlocutor;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Key;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.users.LanguageChanged;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/**
 * What always stands in a person's chat with the main bot, by what they are: the keyboard, the commands, the button that
 * opens their Mini App. Who is trainer and client has all of both.
 */
@Service
public class MainMenu implements HomeKeyboard {

    private static final List<String> OF_MEMBERS = List.of("cabinet", "my", "balance");
    private static final List<String> OF_TRAINERS = List.of("my_link", "qr", "invite", "clubs");
    private static final List<String> OF_ALL = List.of("settings", "support", "help", "cancel");

    private final Trainers trainers;
    private final Roster roster;
    private final Users users;
    private final CommandMenus menus;
    private final BotLinks links;
    private final MessageSource texts;

    MainMenu(Trainers trainers, Roster roster, Users users, CommandMenus menus, BotLinks links, MessageSource texts) {
        this.trainers = trainers;
        this.roster = roster;
        this.users = users;
        this.menus = menus;
        this.links = links;
        this.texts = texts;
    }

    @Override
    public Bot bot() {
        return Bot.MAIN;
    }

    @Override
    public Optional<Keyboard.Reply> of(Interlocutor user) {
        boolean trainer = isTrainer(user.userId());
        if (!trainer && !isClient(user.userId())) {
            return Optional.empty();
        }
        Locale locale = user.locale();
        List<List<Key>> rows = new ArrayList<>();
        rows.add(List.of(key("menu.my", locale), key("menu.balance", locale)));
        if (trainer) {
            rows.add(List.of(key("menu.link", locale), key("menu.qr", locale)));
        }
        rows.add(List.of(key("menu.settings", locale), key("menu.support", locale)));
        return Optional.of(new Keyboard.Reply(rows));
    }

    /** Brings the commands and the menu button up to date; nothing is sent when they are. */
    public void refresh(long userId) {
        UserInfo user = users.get(userId);
        boolean trainer = isTrainer(userId);
        boolean member = trainer || isClient(userId);
        List<String> commands = Stream.of(
                        member ? OF_MEMBERS : List.of("start"), trainer ? OF_TRAINERS : List.<String>of(), OF_ALL)
                .flatMap(List::stream)
                .toList();
        menus.show(Bot.MAIN, user.telegramId(), user.language(), commands);
        menus.button(Bot.MAIN, user.telegramId(), app(user, trainer, member));
    }

    @ApplicationModuleListener
    void on(TrainerRegistered event) {
        refresh(event.trainerId());
    }

    @ApplicationModuleListener
    void on(ClientJoined event) {
        refresh(event.clientId());
    }

    @ApplicationModuleListener
    void on(ClientLeft event) {
        refresh(event.clientId());
    }

    @ApplicationModuleListener
    void on(LanguageChanged event) {
        refresh(event.userId());
    }

    private Button.@Nullable WebApp app(UserInfo user, boolean trainer, boolean member) {
        if (!member) {
            return null;
        }
        long id = user.telegramId();
        return new Button.WebApp(
                texts.getMessage("menu.app", null, user.language()),
                trainer ? links.trainerApp(id) : links.clientApp(id));
    }

    private boolean isTrainer(long userId) {
        return trainers.find(userId).isPresent();
    }

    private boolean isClient(long userId) {
        return !roster.trainersOf(userId).isEmpty();
    }

    private Key key(String messageKey, Locale locale) {
        return new Key.Plain(texts.getMessage(messageKey, null, locale));
    }
}
