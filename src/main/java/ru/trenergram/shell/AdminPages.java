package ru.trenergram.shell;

import com.vaadin.flow.router.RouteConfiguration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.trenergram.base.ui.AdminMenu;
import ru.trenergram.base.ui.LineIcon;

/** The super-admins' menu, put together from the views that ask to stand in it. */
@Component
class AdminPages {

    List<Page> inOrder() {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .flatMap(route -> {
                    AdminMenu menu = route.getNavigationTarget().getAnnotation(AdminMenu.class);
                    return menu == null ? Stream.empty() : Stream.of(new Page(route.getTemplate(), menu));
                })
                .sorted(Comparator.comparingInt(page -> page.menu.order()))
                .toList();
    }

    record Page(String path, AdminMenu menu) {

        Page {
            if (!path.startsWith("admin/") || path.contains(":")) {
                throw new IllegalArgumentException("No page of the super-admins' menu: " + path);
            }
        }

        String title() {
            return menu.title();
        }

        LineIcon icon() {
            return menu.icon();
        }
    }
}
