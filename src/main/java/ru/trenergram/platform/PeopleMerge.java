package ru.trenergram.platform;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Facts;
import ru.trenergram.base.PersonalData;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;
import ru.trenergram.telegram.spi.OutboxDesk;
import ru.trenergram.trainers.MainMenu;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/**
 * Two accounts of one person become one. The one that goes gives its rosters and sessions to the one that stays, and is
 * erased. What cannot be moved is in the way: its ledger, which is append-only, its work as a trainer or on a staff.
 */
@Service
@Transactional
public class PeopleMerge {

    private final Users users;
    private final PeopleData data;
    private final OutboxDesk outbox;
    private final List<PersonalData> modules;
    private final MainMenu menu;
    private final Superadmins superadmins;
    private final ApplicationEventPublisher events;

    PeopleMerge(
            Users users,
            PeopleData data,
            OutboxDesk outbox,
            List<PersonalData> modules,
            MainMenu menu,
            Superadmins superadmins,
            ApplicationEventPublisher events) {
        this.users = users;
        this.data = data;
        this.outbox = outbox;
        this.modules = modules;
        this.menu = menu;
        this.superadmins = superadmins;
        this.events = events;
    }

    /**
     * What is in the way, as words of {@code platform.merge.no.<word>}; empty when nothing is.
     *
     * @throws DomainException {@code not_found} for who is no super-admin, and where there is no such user
     */
    @Transactional(readOnly = true)
    public List<String> hindrances(Caller superadmin, long fromId, long intoId) {
        superadmins.require(superadmin);
        return hindrances(users.get(fromId), users.get(intoId));
    }

    /**
     * @return what is in the way; when there is anything, nothing has happened
     * @throws DomainException {@code not_found} for who is no super-admin, and where there is no such user
     */
    public List<String> merge(Caller superadmin, long fromId, long intoId) {
        superadmins.require(superadmin);
        outbox.hold(List.of(users.get(fromId).telegramId(), users.get(intoId).telegramId()));
        users.hold(List.of(fromId, intoId));
        UserInfo from = users.get(fromId);
        UserInfo into = users.get(intoId);
        List<String> hindrances = hindrances(from, into);
        if (hindrances.isEmpty()) {
            modules.forEach(module -> module.move(PeopleData.subject(from), PeopleData.subject(into)));
            // what moves is locked by now: whoever charged it or took money meanwhile is done
            hindrances = hindrances(from, into);
            if (!hindrances.isEmpty()) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return hindrances;
            }
            events.publishEvent(Changed.bySuperadmin(
                    superadmin.userId(),
                    Thing.USER,
                    intoId,
                    Facts.none(),
                    Facts.none().with("merged_from", fromId)));
            data.eraseMerged(superadmin, fromId, intoId);
            menu.refresh(intoId);
        }
        return hindrances;
    }

    private List<String> hindrances(UserInfo from, UserInfo into) {
        List<String> hindrances = new ArrayList<>();
        if (from.id() == into.id()) {
            hindrances.add("same");
        }
        if (from.telegramId() == 0 || into.telegramId() == 0) {
            hindrances.add("erased");
        }
        if (superadmins.contains(from.telegramId())) {
            hindrances.add("superadmin");
        }
        if (hindrances.isEmpty()) {
            modules.forEach(module -> module.hindersMerge(PeopleData.subject(from), PeopleData.subject(into))
                    .ifPresent(hindrances::add));
        }
        return hindrances;
    }
}
