package ru.trenergram.reminders;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;
import ru.trenergram.Trenergram;

/** A second node, on the database and at the moment of its arguments, that runs what is due one by one and says so. */
final class ReminderNode {

    private ReminderNode() {}

    static void main(String[] arguments) throws InterruptedException {
        Clock clock = Clock.fixed(Instant.parse(arguments[1]), ZoneOffset.UTC);
        var application = new SpringApplicationBuilder(Trenergram.class)
                .initializers(it -> ((GenericApplicationContext) it).registerBean("clock", Clock.class, () -> clock))
                .run(
                        "--DATABASE_URL=" + arguments[0],
                        "--DATABASE_USERNAME=postgres",
                        "--PORT=0",
                        "--DEMO_DATA=false",
                        "--spring.quartz.auto-startup=false",
                        "--vaadin.productionMode=true");
        var due = application.getBean(DueReminders.class);
        System.out.println("NODE READY");
        while (due.handle(1) > 0) {
            System.out.println("NODE HANDLED ONE");
        }
        System.out.println("NODE DONE");
        Thread.currentThread().join();
    }
}
