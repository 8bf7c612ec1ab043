package ru.trenergram.shell;

import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.trenergram.security.Caller;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** Language and colours: what a person chose in this browser, else what we know of them, else what the browser asks for. */
@Component
class Preferences {

    private static final String LANGUAGE = "language";
    private static final String SCHEME = "scheme";
    private static final Duration KEPT = Duration.ofDays(365);

    private final PanelTexts texts;
    private final AuthenticationContext authentication;
    private final Users users;

    Preferences(PanelTexts texts, AuthenticationContext authentication, Users users) {
        this.texts = texts;
        this.authentication = authentication;
        this.users = users;
    }

    Locale language(VaadinRequest request) {
        return cookie(request, LANGUAGE)
                .flatMap(this::provided)
                .or(() -> authentication
                        .getAuthenticatedUser(Caller.class)
                        .flatMap(caller -> users.find(caller.telegramId()))
                        .map(UserInfo::language))
                .or(() -> asked(request))
                .orElse(texts.getDefaultLocale());
    }

    void chooseLanguage(Locale language) {
        keep(LANGUAGE, language.getLanguage());
    }

    /** Empty: as the device has it. */
    Optional<ColorScheme.Value> scheme(VaadinRequest request) {
        return cookie(request, SCHEME).flatMap(value -> switch (value) {
            case "light" -> Optional.of(ColorScheme.Value.LIGHT);
            case "dark" -> Optional.of(ColorScheme.Value.DARK);
            default -> Optional.empty();
        });
    }

    void chooseScheme(ColorScheme.Value scheme) {
        keep(SCHEME, scheme.getValue());
    }

    private Optional<Locale> asked(VaadinRequest request) {
        List<Locale> locales = Collections.list(request.getLocales());
        return locales.stream()
                .flatMap(locale -> provided(locale.getLanguage()).stream())
                .findFirst();
    }

    private Optional<Locale> provided(String language) {
        return texts.getProvidedLocales().stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    private static Optional<String> cookie(VaadinRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static void keep(String name, String value) {
        VaadinResponse response = VaadinService.getCurrentResponse();
        VaadinRequest request = VaadinService.getCurrentRequest();
        if (response == null || request == null) {
            return; // over a WebSocket there is nothing to write a cookie to
        }
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(Math.toIntExact(KEPT.toSeconds()));
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
