package ru.trenergram.scheduling.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.function.SerializableRunnable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.trenergram.base.DomainException;
import ru.trenergram.scheduling.CalendarNews;
import ru.trenergram.scheduling.CalendarNews.Subscription;

/** Keeps a view as the calendar of its club is, for as long as the view is on a page. */
final class Live {

    private static final Logger log = LoggerFactory.getLogger(Live.class);

    private final CalendarNews news;
    private final SerializableRunnable refresh;
    private @Nullable UI ui;
    private @Nullable Long club;
    private @Nullable Subscription subscription;

    /** @param refresh shows what is now, and leaves people where they are */
    Live(Component view, CalendarNews news, SerializableRunnable refresh) {
        this.news = news;
        this.refresh = refresh;
        view.addAttachListener(attached -> {
            ui = attached.getUI();
            begin();
        });
        view.addDetachListener(detached -> {
            end();
            ui = null;
        });
    }

    /** Which club the view shows from here on. */
    void follow(long clubId) {
        if (club == null || club != clubId) {
            end();
            club = clubId;
            begin();
        }
    }

    private void begin() {
        if (ui != null && club != null && subscription == null) {
            UI page = ui;
            subscription = news.listen(club, () -> tell(page));
        }
    }

    private void end() {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
    }

    private void tell(UI page) {
        try {
            page.access(() -> show(page));
        } catch (UIDetachedException gone) {
            log.trace("The page has gone meanwhile", gone);
        }
    }

    /** What cannot be read now is shown with the next news; who may not read it any more is told so by the page itself. */
    private void show(UI page) {
        try {
            log.debug("A page is brought up to date");
            refresh.run();
        } catch (DomainException refused) {
            page.refreshCurrentRoute(true);
        } catch (RuntimeException e) {
            log.warn("A page could not be brought up to date: {}", e.getMessage());
        }
    }
}
