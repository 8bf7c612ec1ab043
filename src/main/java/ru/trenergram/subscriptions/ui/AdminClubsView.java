package ru.trenergram.subscriptions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import ru.trenergram.base.ui.AdminMenu;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.subscriptions.ClubRegister;
import ru.trenergram.subscriptions.ClubRegister.Order;
import ru.trenergram.subscriptions.ClubRegister.Row;
import ru.trenergram.subscriptions.ClubRegister.Standing;
import ru.trenergram.tariffs.Tariffs;

/** All clubs of the platform. */
@Route("admin/clubs")
@AdminMenu(title = "admin.clubs.menu", icon = LineIcon.CLUB, order = 20)
@PermitAll
class AdminClubsView extends ClubList {

    AdminClubsView(ClubRegister register, Tariffs tariffs, AuthenticationContext authentication) {
        super(
                "admin.clubs.menu",
                List.of(Standing.OPEN, Standing.FROZEN),
                Order.NAME,
                register,
                tariffs,
                authentication);
    }

    @Override
    Component actions(Row club) {
        return new Span();
    }
}
