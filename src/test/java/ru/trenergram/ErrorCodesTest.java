package ru.trenergram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.support.MessageBundles;

/** Codes are what programs go by: each is explained in docs/errors.md and has its sentence in both languages. */
class ErrorCodesTest {

    private static final Path PAGE = Path.of("docs/errors.md");

    /** Where a code of a field stands in the sources; the message is looked up with a variable behind "field.". */
    private static final Pattern FIELD_CODE = Pattern.compile(
            "(?:DomainException\\.invalid|new FieldError)\\((?:[^\"();]|\\([^()]*\\)|\"[^\"]*\"(?=,))+?,\\s*\"([a-z_]+)\"");

    @Test
    void every_code_is_explained_with_its_status() throws IOException {
        assertThat(rows("(?m)^\\| `([a-z_]+)` \\| (\\d{3}) \\| [^|]+ \\| [^|]+ \\|$"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ErrorCode.values())
                        .map(code -> code.code() + " " + code.status())
                        .toList());
    }

    @Test
    void every_code_has_its_sentence() {
        for (String language : MessageBundles.LANGUAGES) {
            assertThat(keys(language, "error."))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(ErrorCode.values())
                            .map(ErrorCode::code)
                            .toList());
        }
    }

    @Test
    void something_refuses_with_every_code() throws IOException {
        String sources = sources();

        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::name))
                .allMatch(code -> sources.contains("ErrorCode." + code));
    }

    @Test
    void every_code_of_a_field_is_explained_and_has_its_sentence() throws IOException {
        Set<String> used = FIELD_CODE
                .matcher(sources())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).contains("required", "trainer_only", "range");
        assertThat(rows("(?m)^\\| `([a-z_]+)` \\| [^|]+ \\|$()")).containsExactlyInAnyOrderElementsOf(used);
        for (String language : MessageBundles.LANGUAGES) {
            assertThat(keys(language, "field.")).containsExactlyInAnyOrderElementsOf(used);
        }
    }

    private static List<String> rows(String expression) throws IOException {
        return Pattern.compile(expression)
                .matcher(Files.readString(PAGE))
                .results()
                .map(row -> (row.group(1) + " " + row.group(2)).strip())
                .toList();
    }

    private static List<String> keys(String language, String beginning) {
        return MessageBundles.texts(language).keySet().stream()
                .filter(key -> key.startsWith(beginning))
                .map(key -> key.substring(beginning.length()))
                .toList();
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .filter(each -> !each.toString().contains("simulator"))
                    .toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
