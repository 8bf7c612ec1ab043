package ru.trenergram.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.platform.People;
import ru.trenergram.platform.PeopleData;
import ru.trenergram.platform.PeopleMerge;
import ru.trenergram.platform.PersonCard;
import ru.trenergram.security.Caller;
import ru.trenergram.users.UserBlocks;
import ru.trenergram.users.Users;

/** Somebody on the platform: what they are, where, whether they can be reached; and what super-admins can do about them. */
@Route(PeopleView.PATH + "/:userId([0-9]{1,18})")
@PermitAll
class PersonView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient People people;
    private final transient PeopleData data;
    private final transient PeopleMerge merge;
    private final transient UserBlocks blocks;
    private final transient Users users;
    private final transient Caller caller;
    private String title = "";

    PersonView(
            People people,
            PeopleData data,
            PeopleMerge merge,
            UserBlocks blocks,
            Users users,
            AuthenticationContext authentication) {
        this.people = people;
        this.data = data;
        this.merge = merge;
        this.blocks = blocks;
        this.users = users;
        this.caller = authentication.getAuthenticatedUser(Caller.class).orElseThrow();
        addClassName("card-page");
    }

    static String address(long userId) {
        return "/" + PeopleView.PATH + "/" + userId;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters().getLong("userId").orElseThrow());
    }

    private void show(long userId) {
        PersonCard card = people.card(caller, userId);
        title = card.user().person().fullName();
        var back = new Anchor("/" + PeopleView.PATH, getTranslation("platform.people.title"));
        back.addClassName("back");
        var head = new Div(new Div(back, new H1(title), new Paragraph(state(card))), actions(card));
        head.addClassName("list-head");
        removeAll();
        add(head, new PersonDetails(card, Times.of(users.get(caller.userId()), getLocale())));
    }

    private String state(PersonCard card) {
        if (card.erasedAt().isPresent()) {
            return getTranslation("platform.person.state.erased");
        }
        if (card.superadmin()) {
            return getTranslation("platform.person.state.superadmin");
        }
        return card.block().isPresent()
                ? getTranslation("platform.person.state.blocked")
                : getTranslation("platform.person.state.usual");
    }

    private Component actions(PersonCard card) {
        var export = new Anchor(event -> download(event, card), getTranslation("platform.person.export"));
        export.addClassNames("button", "quiet");
        var actions = new Div(export);
        actions.addClassName("toolbar");
        if (!card.superadmin() && card.erasedAt().isEmpty()) {
            actions.add(card.block().isPresent() ? unblock(card) : block(card), join(card), erase(card));
        }
        return actions;
    }

    private Button block(PersonCard card) {
        return new Button(
                getTranslation("platform.person.block"),
                click -> new Ask(
                                getTranslation("platform.person.block.title", title),
                                getTranslation("platform.person.block"),
                                getTranslation("platform.person.block.what"),
                                getTranslation("platform.person.block.stays"))
                        .thenFor(getTranslation("platform.person.reason"), UserBlocks.LONGEST_REASON, reason -> {
                            boolean done = blocks.block(caller, card.row().id(), reason);
                            tell(card, done, "platform.person.blocked");
                        }));
    }

    private Button unblock(PersonCard card) {
        return new Button(
                getTranslation("platform.person.unblock"),
                click -> new Ask(
                                getTranslation("platform.person.unblock.title", title),
                                getTranslation("platform.person.unblock"),
                                getTranslation("platform.person.unblock.what"))
                        .then(() -> tell(card, blocks.unblock(caller, card.row().id()), "platform.person.unblocked")));
    }

    private Button join(PersonCard card) {
        return new Button(
                getTranslation("platform.merge.button"),
                click -> new MergeDialog(merge, users, caller, card, stays -> {
                            Notices.done(getTranslation("platform.merge.done"));
                            UI.getCurrent().navigate(PeopleView.PATH + "/" + stays);
                        })
                        .open());
    }

    private Button erase(PersonCard card) {
        var erase = new Button(
                getTranslation("platform.person.erase"),
                click -> new Ask(
                                getTranslation("platform.person.erase.title", title),
                                getTranslation("platform.person.erase"),
                                getTranslation("platform.person.erase.what"),
                                getTranslation("platform.person.erase.stays"),
                                getTranslation("platform.person.erase.final"))
                        .then(() -> tell(card, data.erase(caller, card.row().id()), "platform.person.erased")));
        if (!card.ownedAlone().isEmpty()) {
            erase.setEnabled(false);
            erase.setTooltipText(getTranslation("platform.person.erase.owner", String.join(", ", card.ownedAlone())));
        }
        return erase;
    }

    /** @param done false when somebody else has done it meanwhile */
    private void tell(PersonCard card, boolean done, String sentence) {
        if (done) {
            Notices.done(getTranslation(sentence, title));
        } else {
            Notices.refused(getTranslation("platform.already"));
        }
        show(card.row().id());
    }

    /** Into a file first: no connection of the database waits for somebody's slow network, and a fault can still be told. */
    private void download(DownloadEvent event, PersonCard card) throws IOException {
        Path copy = Files.createTempFile("person-", ".json");
        try {
            try (var file = Files.newOutputStream(copy)) {
                data.export(caller, card.row().id(), file);
            }
            event.setFileName("person-" + card.row().id() + ".json");
            event.setContentType("application/json");
            event.setContentLength(Files.size(copy));
            Files.copy(copy, event.getOutputStream());
        } finally {
            Files.delete(copy);
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
