package ru.trenergram.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import ru.trenergram.base.DomainException;

/** Signs a person in to the panels for the length of a browser session. */
@Component
public class PanelSignIn {

    private final PanelRoles roles;
    private final Admission admission;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    PanelSignIn(PanelRoles roles, Admission admission) {
        this.roles = roles;
        this.admission = admission;
    }

    /**
     * Puts the person into the session, whose id changes: one that was planted beforehand is worth nothing.
     *
     * @throws DomainException {@code blocked}
     */
    public void signIn(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        admission.require(caller.userId());
        request.getSession();
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication(caller));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private Authentication authentication(Caller caller) {
        Collection<GrantedAuthority> authorities = roles.of(caller).stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(caller, null, List.copyOf(authorities));
    }
}
