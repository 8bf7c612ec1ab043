package ru.trenergram.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import ru.trenergram.base.Hashes;

/**
 * The pages and files of the Mini Apps. The id in {@code /trainer/{telegram_id}} is only an address, and may be missing
 * as in the bot's own menu button: who one is follows from initData. Files are asked for anew each time and answered with 304 when they are still the same.
 */
@Configuration(proxyBeanMethods = false)
class MiniAppPages implements WebMvcConfigurer {

    private final Map<String, String> etags = new ConcurrentHashMap<>();

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        for (String app : new String[] {"trainer", "client"}) {
            for (String path : new String[] {"/", "/{telegramId:\\d+}"}) {
                registry.addViewController("/" + app + path).setViewName("forward:/" + app + "/index.html");
            }
        }
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String app : new String[] {"trainer", "client"}) {
            registry.addResourceHandler("/" + app + "/**")
                    .addResourceLocations("classpath:/META-INF/resources/" + app + "/")
                    .setCacheControl(CacheControl.noCache())
                    .setUseLastModified(false)
                    .setEtagGenerator(resource -> etags.computeIfAbsent(resource.toString(), key -> etag(resource)));
        }
    }

    /** A weak one: Tomcat does not compress what has a strong one. */
    private static String etag(Resource resource) {
        try {
            return "W/\"" + HexFormat.of().formatHex(Hashes.sha256(resource.getContentAsByteArray()), 0, 8) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
