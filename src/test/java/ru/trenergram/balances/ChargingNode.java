package ru.trenergram.balances;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import ru.trenergram.support.SecondNode;

/** A node in a process of its own that charges what is due, to be killed while it does. */
final class ChargingNode {

    private ChargingNode() {}

    /** @param arguments the database and the moment */
    static void main(String[] arguments) throws Exception {
        Clock clock = Clock.fixed(Instant.parse(arguments[1]), ZoneOffset.UTC);
        Scheduler scheduler = SecondNode.start(arguments[0], clock).getBean(Scheduler.class);
        scheduler.start();
        scheduler.triggerJob(JobKey.jobKey("charge-bookings"));
    }
}
