package ru.trenergram.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PanelTextsTest {

    @Test
    void both_languages_say_the_same_things() throws IOException {
        assertThat(keys("en")).isEqualTo(keys("ru"));
    }

    private static java.util.Set<String> keys(String language) throws IOException {
        try (InputStream bundle = Objects.requireNonNull(
                PanelTextsTest.class.getResourceAsStream("/messages/panel_" + language + ".properties"))) {
            var texts = new Properties();
            texts.load(bundle);
            return texts.stringPropertyNames();
        }
    }
}
