package ru.trenergram.simulator.time;

import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.TimeMoved;
import ru.trenergram.simulator.WhenSimulated;

/** Has the periodic jobs run at once when time has moved: they go by the real time, and would be up to an hour late. */
@Component
@WhenSimulated
class DueJobs {

    private static final Logger log = LoggerFactory.getLogger(DueJobs.class);

    private final ObjectProvider<Scheduler> schedulers;

    DueJobs(ObjectProvider<Scheduler> schedulers) {
        this.schedulers = schedulers;
    }

    @EventListener
    @Transactional // otherwise a worker may find the half of a trigger that is stored first
    void on(TimeMoved moved) throws SchedulerException {
        Scheduler scheduler = schedulers.getIfAvailable();
        if (scheduler == null) {
            return;
        }
        for (JobKey job : scheduler.getJobKeys(GroupMatcher.anyJobGroup())) {
            scheduler.triggerJob(job);
        }
        log.info("The application's time has moved: everything that is due is done now");
    }
}
