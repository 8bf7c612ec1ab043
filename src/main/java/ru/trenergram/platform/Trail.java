package ru.trenergram.platform;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.audit.AuditEntry;
import ru.trenergram.audit.AuditLog;
import ru.trenergram.base.DomainException;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** Who changed what on the whole platform, for super-admins to look through. */
@Service
@Transactional(readOnly = true)
public class Trail {

    private final AuditLog log;
    private final Users users;
    private final Clubs clubs;
    private final Superadmins superadmins;

    Trail(AuditLog log, Users users, Clubs clubs, Superadmins superadmins) {
        this.log = log;
        this.users = users;
        this.clubs = clubs;
        this.superadmins = superadmins;
    }

    /** @param actor null for the service itself, {@code club} for what is no club's business */
    public record Step(
            AuditEntry entry,
            @Nullable String actor,
            @Nullable String club) {}

    /**
     * The newest first.
     *
     * @param after the last one of the page before, or null
     * @throws DomainException {@code not_found} for who is no super-admin
     */
    public List<Step> steps(Caller superadmin, AuditLog.Filter filter, AuditLog.@Nullable Key after, int limit) {
        superadmins.require(superadmin);
        List<AuditEntry> entries = log.entries(filter, after, limit);
        Map<Long, UserInfo> actors = users.getAll(entries.stream()
                .map(AuditEntry::actorId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<Long, String> names = entries.stream()
                .map(AuditEntry::clubId)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), clubs::name));
        return entries.stream()
                .map(entry -> {
                    UserInfo actor = entry.actorId() == null ? null : actors.get(entry.actorId());
                    return new Step(
                            entry,
                            actor == null ? null : actor.person().fullName(),
                            entry.clubId() == null ? null : names.get(entry.clubId()));
                })
                .toList();
    }
}
