package ru.trenergram.balances;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.quartz.Scheduler;
import ru.trenergram.support.QuartzJobs;
import ru.trenergram.support.SecondNode;

/** A node in a process of its own that charges what is due, to be killed while it does. */
final class ChargingNode {

    private ChargingNode() {}

    /** @param arguments the database and the moment */
    static void main(String[] arguments) throws Exception {
        Clock clock = Clock.fixed(Instant.parse(arguments[1]), ZoneOffset.UTC);
        var node = SecondNode.start(arguments[0], clock);
        node.getBean(Scheduler.class).start();
        QuartzJobs.trigger(node, "charge-bookings");
    }
}
