package ru.trenergram.support;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import ru.trenergram.base.Settings;

/** Settings as an installation would have them, with some of its own. */
public final class TestSettings {

    private TestSettings() {}

    /** @param namesAndValues in turn, the names without their prefix, as in {@code "main-bot-token", "1:abc"} */
    public static Settings with(String... namesAndValues) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.put("trenergram." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("trenergram", Settings.class);
    }
}
