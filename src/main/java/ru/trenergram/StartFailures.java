package ru.trenergram;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import ru.trenergram.base.StartupException;

/**
 * A start that fails for a reason a person can mend says it in one sentence: what is wrong and what to do. The stack
 * trace is there at debug level ({@code LOGGING_LEVEL_RU_TRENERGRAM=debug}). What is not known here is left to Spring Boot, which
 * prints all it has.
 */
final class StartFailures implements SpringBootExceptionReporter {

    private static final Logger log = LoggerFactory.getLogger(StartFailures.class);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:}]+)");

    private final @Nullable ConfigurableApplicationContext context;

    StartFailures(@Nullable ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> sentence = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(this::sentence)
                .flatMap(Optional::stream)
                .findFirst();
        sentence.ifPresent(text -> {
            log.error(text);
            log.debug("What led to it", failure);
        });
        return sentence.isPresent();
    }

    private Optional<String> sentence(Throwable cause) {
        return switch (cause) {
            case StartupException known -> Optional.ofNullable(known.getMessage());
            case PortInUseException taken ->
                Optional.of("Port " + taken.getPort() + " is occupied: stop the program that listens there, or set "
                        + portVariable(taken.getPort()) + " to another number.");
            case ConnectorStartFailedException refused ->
                Optional.of("Port " + refused.getPort() + " cannot be opened: set " + portVariable(refused.getPort())
                        + " to one that this user may listen on, such as 8080.");
            case BindValidationException invalid ->
                invalid.getValidationErrors().getAllErrors().stream()
                        .map(error ->
                                invalid(invalid.getValidationErrors().getName().toString(), error))
                        .sorted()
                        .findFirst();
            case BindException unreadable
            when !(unreadable.getCause() instanceof BindException) -> unreadable(unreadable);
            case FlywayValidateException other ->
                Optional.of("The database was made by another version of Trenergram: start that version, restore the"
                        + " backup made before the upgrade, or use an empty database.");
            case InvalidConfigurationPropertyValueException wrong ->
                Optional.of(variable(wrong.getName()) + " has a value that cannot be used: docs/configuration.md says"
                        + " what is expected.");
            default -> Optional.empty();
        };
    }

    private String portVariable(int port) {
        boolean management = context != null
                && String.valueOf(port).equals(context.getEnvironment().getProperty("management.server.port"));
        return management ? "MANAGEMENT_PORT" : "PORT";
    }

    private String invalid(String prefix, ObjectError error) {
        if (!(error instanceof FieldError field) || "AssertTrue".equals(error.getCode())) {
            return String.valueOf(error.getDefaultMessage()); // a rule over several settings brings its sentence
        }
        return variable(prefix + "." + kebab(field.getField())) + " " + error.getDefaultMessage() + ".";
    }

    /** The value itself is never printed: a token may have got into the wrong variable. */
    private Optional<String> unreadable(BindException failure) {
        if (failure.getCause() instanceof BindValidationException || failure.getProperty() == null) {
            return Optional.empty();
        }
        return Optional.of(variable(failure.getName().toString()) + " must be "
                + expected(failure.getTarget().getType()) + ".");
    }

    /** @param type that of a setting, or of an element of one that is a list */
    private static String expected(ResolvableType type) {
        Class<?> raw = type.asCollection().getGeneric().resolve(type.resolve(Object.class));
        String name = raw.isPrimitive() ? raw.getName() : raw.getSimpleName();
        return switch (name) {
            case "int", "Integer", "long" -> "a whole number";
            case "Long" -> "a list of Telegram ids (numbers), separated by commas";
            case "Role" -> "one or more of web, bot and worker, separated by commas";
            case "boolean", "Boolean" -> "true or false";
            case "URI" -> "an address such as https://example.org";
            case "Path" -> "the path of a folder";
            case "Receiving" -> "polling or webhook";
            case "Duration" -> "a length of time such as 30m or 24h";
            default -> "something else (docs/configuration.md says what)";
        };
    }

    /** The environment variable behind a property, as application.yaml reads it: {@code PORT} for {@code server.port}. */
    private String variable(String property) {
        if (context == null) {
            return property;
        }
        String name = property.replaceFirst("\\[\\d+]$", "");
        for (int step = 0; step < 3; step++) {
            Matcher placeholder = PLACEHOLDER.matcher(raw(context.getEnvironment(), name));
            if (!placeholder.find()) {
                return name;
            }
            name = placeholder.group(1);
        }
        return name;
    }

    private static String raw(ConfigurableEnvironment environment, String property) {
        return environment.getPropertySources().stream()
                .map(source -> source.getProperty(property))
                .filter(value -> value != null && value.toString().contains("${"))
                .map(Object::toString)
                .findFirst()
                .orElse("");
    }

    private static String kebab(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
