package ru.trenergram.e2e;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** A browser, the packaged jar, and phones that are put away after each test. */
@ExtendWith(RunningApplication.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MiniAppTest {

    private final List<MiniApp> opened = new ArrayList<>();

    /** Pictures of what the phones showed when a test failed: {@code target/screenshots/failed-…}. */
    @RegisterExtension
    final TestExecutionExceptionHandler pictures = (context, failure) -> {
        for (int i = 0; i < opened.size(); i++) {
            Screens.shoot(opened.get(i).page(), "failed-" + context.getDisplayName() + "-" + i);
        }
        throw failure;
    };

    private final Screens screens = new Screens();

    @SuppressWarnings("NullAway.Init") // before all tests
    protected Gym gym;

    @BeforeAll
    void start(PackagedApplication application) {
        gym = new Gym(application);
    }

    @AfterAll
    void stop() {
        screens.close();
    }

    @AfterEach
    void putPhonesAway() {
        opened.forEach(MiniApp::close);
        opened.clear();
    }

    MiniApp phone() {
        return phone(Phone.USUAL);
    }

    MiniApp phone(Phone phone) {
        MiniApp app = new MiniApp(screens, gym.application(), phone);
        opened.add(app);
        return app;
    }

    Screens screens() {
        return screens;
    }
}
