package ru.trenergram.shell;

import com.vaadin.flow.router.RouteConfiguration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.trenergram.base.ui.ClubMenu;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.clubs.StaffRole;

/** The club's menu, put together from the views that ask to stand in it. */
@Component
class ClubPages {

    private static final String CLUB = "club/:clubId";

    List<Page> inOrder(StaffRole role) {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .flatMap(route -> {
                    ClubMenu menu = route.getNavigationTarget().getAnnotation(ClubMenu.class);
                    return menu == null ? Stream.empty() : Stream.of(new Page(route.getTemplate(), menu));
                })
                .filter(page -> page.isFor(role))
                .sorted(Comparator.comparingInt(page -> page.menu.order()))
                .toList();
    }

    record Page(String template, ClubMenu menu) {

        Page {
            if (!template.startsWith(CLUB)) {
                throw new IllegalArgumentException("A page of a club has its id in the address: " + template);
            }
        }

        boolean isFor(StaffRole role) {
            return menu.roles().length == 0 || List.of(menu.roles()).contains(role.name());
        }

        String title() {
            return menu.title();
        }

        LineIcon icon() {
            return menu.icon();
        }

        String path(long clubId) {
            return "club/" + clubId + template.substring(template.indexOf('/', CLUB.length()));
        }
    }
}
