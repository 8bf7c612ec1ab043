package ru.trenergram;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import ru.trenergram.base.TimeShift;

/** The few beans that belong to no module: the time and the texts. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    private static final String BUNDLES = "classpath*:messages/*_ru.properties";

    @Bean
    @ConditionalOnMissingBean
    Clock clock(Optional<TimeShift> shift) {
        Clock real = Clock.systemUTC();
        return shift.<Clock>map(it -> new ShiftedClock(real, it)).orElse(real);
    }

    /** Every bundle under {@code messages/}, one a module, in Russian and English. An apostrophe is written twice. */
    @Bean
    MessageSource messageSource() throws IOException {
        var source = new ResourceBundleMessageSource();
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        source.setBasenames(Arrays.stream(new PathMatchingResourcePatternResolver().getResources(BUNDLES))
                .map(Resource::getFilename)
                .map(Objects::requireNonNull)
                .map(name -> "messages." + name.replace("_ru.properties", ""))
                .sorted()
                .toArray(String[]::new));
        return source;
    }
}
