package ru.trenergram.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes that outlived the service which started them. After a {@code kill -9} of the service its PostgreSQL goes on
 * (it is a daemon), and so may an {@code initdb} or a {@code pg_ctl}. They are known by their command line
 * ({@code … -D <directory> …}): the number in a stale {@code postmaster.pid} may belong to anybody by now.
 */
final class Leftovers {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Leftovers() {}

    /** Ends every process that works on the cluster in this directory; whoever calls holds the folder's lock. */
    static void stop(Path cluster) {
        ProcessHandle.allProcesses()
                .filter(process -> worksOn(cluster, process))
                .toList()
                .forEach(Leftovers::stop);
    }

    static boolean worksOn(Path cluster, ProcessHandle process) {
        var info = process.info();
        if (process.pid() == ProcessHandle.current().pid() || info.arguments().isEmpty()) {
            return false;
        }
        List<String> arguments = List.of(info.arguments().get());
        int directory = arguments.indexOf("-D") + 1;
        return directory > 0
                && directory < arguments.size()
                && arguments.get(directory).equals(cluster.toString());
    }

    private static void stop(ProcessHandle process) {
        log.info("Stopping process {}, which an earlier run of the service has left", process.pid());
        // a killed postmaster's children end by themselves, but only after it
        List<ProcessHandle> family = process.descendants().toList();
        interrupt(process);
        if (!ended(process)) {
            process.destroyForcibly();
            ended(process);
        }
        family.forEach(Leftovers::ended);
    }

    /** To PostgreSQL this means: end the sessions and shut down properly. Java itself can only terminate or kill. */
    private static void interrupt(ProcessHandle process) {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor();
        } catch (IOException e) {
            log.debug("Cannot interrupt process {}", process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
