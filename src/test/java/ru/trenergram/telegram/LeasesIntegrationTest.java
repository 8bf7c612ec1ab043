package ru.trenergram.telegram;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import ru.trenergram.support.TestDatabase;

class LeasesIntegrationTest {

    @Test
    void work_that_broke_off_with_an_error_begins_again() {
        var work = new BreakingWork();
        var leases = new Leases(new Database(TestDatabase.create()), List.of(work));
        leases.start();
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> work.begun.get() > 1);
        } finally {
            leases.stop();
        }
    }

    private record Database(String getJdbcUrl) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return "postgres";
        }

        @Override
        public String getPassword() {
            return "";
        }
    }

    private static final class BreakingWork implements SoleWork {

        final AtomicInteger begun = new AtomicInteger();

        @Override
        public String name() {
            return "breaking";
        }

        @Override
        public int key() {
            return 0;
        }

        @Override
        public void run(Pulse pulse) {
            if (begun.incrementAndGet() == 1) {
                throw new StackOverflowError();
            }
        }
    }
}
