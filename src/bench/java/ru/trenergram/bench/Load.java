package ru.trenergram.bench;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.doIfOrElse;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.app.Gatling$;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A fixed number of users, each with a connection of their own, who ask again as soon as they are answered. */
public class Load extends Simulation {

    static final int USERS = 16;

    /** Gatling makes the simulation itself, and lets nothing be handed to it. */
    private static @Nullable Plan next;

    private record Plan(String url, Supplier<Call> calls, Duration duration, Tally tally) {}

    private final Tally tally;

    public Load() {
        Plan plan = Objects.requireNonNull(next);
        tally = plan.tally();
        ChainBuilder ask =
                exec(session -> session.set("call", plan.calls().get()).set("since", System.nanoTime()));
        ChainBuilder loop = exec(
                ask,
                doIfOrElse((Session session) -> call(session).body() == null)
                        .then(exec(headers(
                                http("read").get(session -> call(session).path()))))
                        .orElse(exec(headers(http("write")
                                        .post(session -> call(session).path()))
                                .header("Content-Type", "application/json")
                                .header(
                                        "Idempotency-Key",
                                        session -> call(session).idempotencyKey())
                                .body(StringBody(session ->
                                        Objects.requireNonNull(call(session).body()))))),
                exec(this::count));
        setUp(scenario("load").exec(during(plan.duration()).on(loop)).injectOpen(atOnceUsers(USERS)))
                .protocols(http.baseUrl(plan.url())
                        .acceptHeader("application/json")
                        .acceptEncodingHeader("gzip")
                        .disableCaching()
                        .disableWarmUp());
    }

    /** Runs the load to its end. */
    static void run(Path home, String url, Supplier<Call> calls, Duration duration, Tally tally) {
        next = new Plan(url, calls, duration, tally);
        int code = Gatling$.MODULE$.fromArgs(new String[] {
            "-s", Load.class.getName(), "-nr", "-rf", home.resolve("gatling").toString()
        });
        if (code != 0) {
            throw new IllegalStateException("Gatling ended with " + code);
        }
        tally.took(duration.toNanos());
    }

    private static HttpRequestActionBuilder headers(HttpRequestActionBuilder request) {
        return request.header(
                        "Authorization", session -> "Bearer " + call(session).token())
                .check(status().is(session -> call(session).status()));
    }

    private static Call call(Session session) {
        return Objects.requireNonNull(session.<Call>get("call"));
    }

    private Session count(Session session) {
        if (session.isFailed()) {
            tally.failed();
            return session.markAsSucceeded();
        }
        tally.done(System.nanoTime() - session.getLong("since"));
        return session;
    }
}
