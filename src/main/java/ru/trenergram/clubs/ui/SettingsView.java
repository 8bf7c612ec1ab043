package ru.trenergram.clubs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ui.ClubMenu;
import ru.trenergram.base.ui.Drawing;
import ru.trenergram.base.ui.EmptyState;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.clubs.ClubLocation;
import ru.trenergram.clubs.ClubLocations;
import ru.trenergram.clubs.ClubPhotos;
import ru.trenergram.clubs.ClubProfile;
import ru.trenergram.clubs.ClubSettings;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.security.Caller;

/** The club itself: what it is called, where one finds it, its photo and its locations. */
@Route("club/:clubId([0-9]{1,18})/settings")
@ClubMenu(title = "club.settings.menu", icon = LineIcon.SETTINGS, order = 90)
@PermitAll
class SettingsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient StaffMembers staff;
    private final transient ClubSettings settings;
    private final transient ClubLocations locations;
    private final transient ClubPhotos photos;
    private final transient AuthenticationContext authentication;
    private final Div locationList = new Div();
    private long staffId;
    private long clubId;
    private boolean mayChange;
    private String title = "";

    SettingsView(
            StaffMembers staff,
            ClubSettings settings,
            ClubLocations locations,
            ClubPhotos photos,
            AuthenticationContext authentication) {
        this.staff = staff;
        this.settings = settings;
        this.locations = locations;
        this.photos = photos;
        this.authentication = authentication;
        addClassNames("list", "scrolled");
        locationList.addClassName("locations");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        staffId =
                authentication.getAuthenticatedUser(Caller.class).orElseThrow().userId();
        clubId = event.getRouteParameters().getLong("clubId").orElseThrow();
        mayChange = staff.panelMembership(staffId, clubId).role().managesClub();
        ClubProfile club = settings.get(staffId, clubId);
        title = getTranslation("club.settings.menu") + " · " + club.name();

        var head = new Div(new Div(
                new H1(getTranslation("club.settings.menu")),
                new Paragraph(getTranslation(mayChange ? "club.settings.about" : "club.settings.read-only"))));
        head.addClassName("list-head");
        removeAll();
        add(head, profile(club), new H2(getTranslation("club.locations.title")), locationList);
        if (mayChange) {
            var add = new Button(getTranslation("club.location.add"), click -> edit(null));
            add(add);
        }
        showLocations();
    }

    private Div profile(ClubProfile club) {
        var form = new ProfileForm(club, mayChange, (version, wish) -> settings.change(staffId, clubId, version, wish));
        var photo = new PhotoField(
                club.photoUrl(),
                mayChange,
                file -> {
                    photos.change(staffId, clubId, file);
                    return settings.get(staffId, clubId).photoUrl();
                },
                () -> photos.remove(staffId, clubId));
        var both = new Div(form, photo);
        both.addClassName("profile");
        return both;
    }

    private void showLocations() {
        List<ClubLocation> all = locations.list(staffId, clubId);
        locationList.removeAll();
        if (all.isEmpty()) {
            locationList.add(new EmptyState(
                    Drawing.NO_BOOKINGS,
                    getTranslation("club.locations.empty.title"),
                    getTranslation("club.locations.empty")));
        }
        all.forEach(location ->
                locationList.add(new LocationCard(location, mayChange, () -> edit(location), () -> toggle(location))));
    }

    private void edit(@Nullable ClubLocation location) {
        new LocationDialog(location, (seen, wish) -> {
                    if (seen == null) {
                        locations.add(staffId, clubId, wish);
                    } else {
                        locations.change(staffId, clubId, seen.id(), seen.version(), wish);
                    }
                    Notices.done(getTranslation("club.saved"));
                    showLocations();
                })
                .open();
    }

    private void toggle(ClubLocation location) {
        if (location.closed()) {
            act(() -> locations.reopen(staffId, clubId, location.id(), location.version()), "club.location.reopened");
        } else {
            new Confirmation(
                            getTranslation("club.location.close.title", location.name()),
                            getTranslation("club.location.close.what"),
                            getTranslation("club.location.close"),
                            () -> act(
                                    () -> locations.close(staffId, clubId, location.id(), location.version()),
                                    "club.location.closed"))
                    .open();
        }
    }

    private void act(Runnable action, String done) {
        try {
            action.run();
            Notices.done(getTranslation(done));
        } catch (DomainException refusal) {
            Notices.refused(getTranslation(refusal.code().messageKey(), refusal.arguments()));
        }
        showLocations();
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
