package ru.trenergram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocumentationTest {

    @Test
    void every_environment_variable_is_documented() throws IOException {
        assertThat(found("\\| `([A-Z_]+)` \\|", Path.of("docs/configuration.md")))
                .containsAll(found("\\$\\{([A-Z_]+)", Path.of("src/main/resources/application.yaml")));
    }

    @Test
    void the_image_and_the_compose_file_use_documented_variables() throws IOException {
        Set<String> documented = found("\\| `([A-Z_]+)` \\|", Path.of("docs/configuration.md"));

        assertThat(documented)
                .containsAll(found("(?m)^      ([A-Z]+(?:_[A-Z]+)*): \\$\\{\\1", Path.of("compose.yaml")));
    }

    private static Set<String> found(String expression, Path file) throws IOException {
        return Pattern.compile(expression)
                .matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
