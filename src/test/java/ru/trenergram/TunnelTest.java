package ru.trenergram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./dev run --tunnel CMD}: its script, with a service and a tunnel program that only say what happens to them. */
class TunnelTest {

    /** As cloudflared and localhost.run do, it praises its maker first. What it does next is told by files. */
    private static final String TUNNEL = """
            trap 'echo tunnel ends >>"$0/events"; exit 0' TERM
            starts=$(cat "$0/starts" 2>/dev/null || echo 0)
            starts=$((starts + 1))
            echo $starts >"$0/starts"
            echo 'By using it you agree to https://maker.example/terms, see https://admin.maker.example/'
            [ ! -e "$0/silent" ] || { echo sorry; exit 4; }
            printf '2026 INF |  https://'
            echo "name$starts.tunnel.example   |"
            while :; do
              if [ -e "$0/move" ]; then
                rm "$0/move"
                echo 'not ours: https://other.example'
                echo 'now at https://moved.tunnel.example'
              fi
              [ ! -e "$0/break" ] || { rm "$0/break"; exit 7; }
              sleep 0.05
            done
            """;

    private static final String DEV = """
            set -euo pipefail
            . scripts/common.sh
            . scripts/tunnel.sh
            service() {
              trap 'echo service ends >>"$0/events"; exit 0' TERM
              echo "service at $PUBLIC_URL" >>"$0/events"
              while :; do
                [ ! -e "$0/stop" ] || exit 3
                sleep 0.05
              done
            }
            with_tunnel service "$0/log" bash "$0/tunnel.sh"
            """;

    @TempDir
    Path folder;

    private Process dev;

    private void start() throws IOException {
        Files.writeString(folder.resolve("tunnel.sh"), TUNNEL.replace("$0", folder.toString()));
        var builder = new ProcessBuilder("bash", "-c", DEV, folder.toString()).redirectErrorStream(true);
        builder.environment().put("TUNNEL_PAUSE", "0");
        dev = builder.start();
    }

    /** As Ctrl-C does; destroy() would close its output as well. */
    private void stop() {
        dev.toHandle().destroy();
    }

    @AfterEach
    void end() throws InterruptedException {
        stop();
        if (!dev.waitFor(20, TimeUnit.SECONDS)) {
            dev.destroyForcibly();
        }
    }

    private void happens(String... events) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(folder.resolve("events"))
                        .exists()
                        .content()
                        .isEqualTo(String.join("\n", events) + "\n"));
    }

    private void tell(String file) throws IOException {
        Files.createFile(folder.resolve(file));
    }

    private List<String> said() {
        return dev.inputReader(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void the_service_follows_the_tunnel_wherever_it_goes_and_both_end_together() throws Exception {
        start();
        happens("service at https://name1.tunnel.example");

        tell("move");
        happens("service at https://name1.tunnel.example", "service ends", "service at https://moved.tunnel.example");

        tell("break");
        happens(
                "service at https://name1.tunnel.example",
                "service ends",
                "service at https://moved.tunnel.example",
                "service ends",
                "service at https://name2.tunnel.example");

        stop();
        assertThat(dev.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("events"))).endsWith("service ends\ntunnel ends\n");
        assertThat(said())
                .contains(
                        "The tunnel is at https://name1.tunnel.example.",
                        "The tunnel is now at https://moved.tunnel.example: the service starts again with it.",
                        "The tunnel has ended (code 7) and starts again in 0 s; until then nobody reaches"
                                + " https://moved.tunnel.example.");
    }

    @Test
    void a_service_that_ends_takes_the_tunnel_with_it() throws Exception {
        start();
        happens("service at https://name1.tunnel.example");

        tell("stop");

        assertThat(dev.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(dev.exitValue()).isEqualTo(3);
        happens("service at https://name1.tunnel.example", "tunnel ends");
    }

    @Test
    void without_an_address_nothing_starts_and_the_last_words_are_shown() throws Exception {
        tell("silent");
        start();

        assertThat(said())
                .contains(
                        "sorry", "The tunnel ended (code 4) before it told an https address: see " + folder + "/log.");
        assertThat(dev.waitFor()).isEqualTo(1);
        assertThat(folder.resolve("events")).doesNotExist();
    }
}
