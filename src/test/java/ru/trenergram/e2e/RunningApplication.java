package ru.trenergram.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * One packaged jar for all the browser tests of a run: a class that is extended with this asks for the
 * {@link PackagedApplication} as a parameter. It has the demo data and the simulator; tests keep apart by their people.
 */
final class RunningApplication implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(PackagedApplication.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningApplication.class))
                .computeIfAbsent(Shared.class, key -> new Shared(), Shared.class)
                .application;
    }

    /** Ends with the last test of the run. */
    private static final class Shared implements AutoCloseable {

        private final Path home;
        private final PackagedApplication application;

        Shared() {
            try {
                home = Files.createTempDirectory("trenergram-e2e");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            application = new PackagedApplication(home).start();
        }

        @Override
        public void close() throws Exception {
            application.close();
            FileSystemUtils.deleteRecursively(home);
        }
    }
}
