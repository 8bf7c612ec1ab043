package ru.trenergram.alerts;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import ru.trenergram.alerts.Alerts.Occasion;
import ru.trenergram.base.DueWorkFailedException;

/** Hears of every job that ends with an exception. */
@Component
class FailedJobs implements JobListener {

    private static final Logger log = LoggerFactory.getLogger(FailedJobs.class);

    private final Alerts alerts;
    private final Clock clock;

    FailedJobs(Alerts alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public String getName() {
        return "failed-jobs";
    }

    @Override
    public void jobToBeExecuted(JobExecutionContext context) {}

    @Override
    public void jobExecutionVetoed(JobExecutionContext context) {}

    /** The message of an exception may hold personal data: Quartz logs it, the alert has its kind. */
    @Override
    public void jobWasExecuted(JobExecutionContext context, @Nullable JobExecutionException failure) {
        if (failure == null) {
            return;
        }
        String job = context.getJobDetail().getKey().getName();
        String what = dueWork(failure).map(due -> ": " + due.getMessage()).orElse("");
        String subject = job + what + " (" + root(failure).getClass().getSimpleName() + ")";
        try {
            alerts.raise(
                    AlertKind.JOB_FAILED,
                    new Occasion(job + ":" + context.getFireInstanceId(), subject, clock.instant()));
        } catch (RuntimeException databaseIsGone) {
            log.warn("Nobody could be told of it: {}", databaseIsGone.getMessage());
        }
    }

    private static Optional<DueWorkFailedException> dueWork(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(DueWorkFailedException.class::isInstance)
                .map(DueWorkFailedException.class::cast)
                .findFirst();
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }
}
