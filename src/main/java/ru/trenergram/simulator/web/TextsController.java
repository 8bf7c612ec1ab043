package ru.trenergram.simulator.web;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.simulator.WhenSimulated;

/** The texts of the chat page, from the module's message bundle. */
@RestController
@WhenSimulated
class TextsController {

    private static final String PREFIX = "simulator.page.";

    @GetMapping("/simulator/api/texts/{language}")
    Map<String, String> texts(@PathVariable String language) {
        Locale locale = "en".equals(language) ? Locale.ENGLISH : Locale.of("ru");
        var bundle = ResourceBundle.getBundle(
                "messages.simulator",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> texts = new TreeMap<>();
        for (String key : bundle.keySet()) {
            if (key.startsWith(PREFIX)) {
                texts.put(key.substring(PREFIX.length()), bundle.getString(key).replace("''", "'"));
            }
        }
        return texts;
    }
}
