package ru.trenergram.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import ru.trenergram.base.Hashes;

/** The script within the Mini Apps' pages ({@code public/start.js}), which begins before any file is there. */
final class StartScript {

    private static final Pattern WITHIN = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

    private StartScript() {}

    /** It as a source of a Content Security Policy: by its hash. Empty where the Mini Apps were not built. */
    static String source() {
        return Stream.of("trainer", "client")
                .map(app -> new ClassPathResource("META-INF/resources/" + app + "/index.html"))
                .filter(ClassPathResource::exists)
                .flatMap(page -> WITHIN.matcher(text(page)).results())
                .map(StartScript::hash)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String hash(MatchResult script) {
        byte[] hash = Hashes.sha256(script.group(1).getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }

    private static String text(ClassPathResource page) {
        try {
            return page.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
