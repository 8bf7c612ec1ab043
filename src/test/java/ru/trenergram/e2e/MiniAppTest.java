package ru.trenergram.e2e;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A browser, the packaged jar, and phones that are put away after each test. */
@ExtendWith(RunningApplication.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MiniAppTest {

    private final List<MiniApp> opened = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // before all tests
    private Screens screens;

    @SuppressWarnings("NullAway.Init") // before all tests
    protected Gym gym;

    @BeforeAll
    void start(PackagedApplication application) {
        screens = new Screens();
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
