package ru.trenergram.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.alerts.JobFailures;
import ru.trenergram.alerts.JobFailures.Failures;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Facts;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;

/**
 * The cluster's periodic work, for super-admins to look after.
 *
 * <p>Every method throws {@link DomainException} {@code not_found} for everybody else.
 */
@Service
public class PeriodicJobs {

    private final Scheduler scheduler;
    private final JobFailures failures;
    private final Superadmins superadmins;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    PeriodicJobs(
            Scheduler scheduler,
            JobFailures failures,
            Superadmins superadmins,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.scheduler = scheduler;
        this.failures = failures;
        this.superadmins = superadmins;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * @param lastRun and {@code nextRun} in the real time, which jobs go by
     * @param failures of the last thirty days; null when there were none
     */
    public record JobRow(
            String name,
            @Nullable Instant lastRun,
            @Nullable Instant nextRun,
            @Nullable Failures failures) {}

    /** By their names. */
    public List<JobRow> list(Caller superadmin) {
        superadmins.require(superadmin);
        Map<String, Failures> failed = failures.byJob();
        List<JobRow> rows = new ArrayList<>();
        try {
            for (JobKey job : scheduler.getJobKeys(GroupMatcher.anyJobGroup())) {
                List<? extends Trigger> triggers = scheduler.getTriggersOfJob(job);
                rows.add(new JobRow(
                        job.getName(),
                        triggers.stream()
                                .map(Trigger::getPreviousFireTime)
                                .filter(date -> date != null)
                                .max(Comparator.naturalOrder())
                                .map(Date::toInstant)
                                .orElse(null),
                        triggers.stream()
                                .map(Trigger::getNextFireTime)
                                .filter(date -> date != null)
                                .min(Comparator.naturalOrder())
                                .map(Date::toInstant)
                                .orElse(null),
                        failed.get(job.getName())));
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("The jobs cannot be read", e);
        }
        rows.sort(Comparator.comparing(JobRow::name));
        return rows;
    }

    /** Lets a job run on a worker as soon as one is free; every job may run at any time. */
    public void run(Caller superadmin, String name) {
        superadmins.require(superadmin);
        JobKey job = JobKey.jobKey(name);
        transaction.executeWithoutResult(_ -> {
            try {
                if (!scheduler.checkExists(job)) {
                    throw DomainException.notFound();
                }
                scheduler.triggerJob(job);
            } catch (SchedulerException e) {
                throw new IllegalStateException("The job cannot be started", e);
            }
            events.publishEvent(Changed.bySuperadmin(
                    superadmin.userId(),
                    Thing.JOB,
                    name,
                    Facts.none(),
                    Facts.none().with("started", true)));
        });
    }
}
