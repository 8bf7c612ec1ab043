package ru.trenergram.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who do something at the same moment. */
public final class Together {

    private Together() {}

    /** Lets all of them go at once; what they return is in their order. */
    public static <T> List<T> atOnce(List<? extends Callable<T>> deeds)
            throws InterruptedException, ExecutionException {
        var ready = new CountDownLatch(deeds.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = deeds.stream()
                    .map(deed -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return deed.call();
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
