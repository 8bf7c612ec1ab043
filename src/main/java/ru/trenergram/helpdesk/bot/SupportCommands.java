package ru.trenergram.helpdesk.bot;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.trenergram.helpdesk.Support;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;

/** Support is asked for in both bots. */
@Configuration(proxyBeanMethods = false)
class SupportCommands {

    @Bean
    BotModule supportInMainBot(Support support) {
        return new SupportCommand(Bot.MAIN, support);
    }

    @Bean
    BotModule supportInStaffBot(Support support) {
        return new SupportCommand(Bot.STAFF, support);
    }
}
