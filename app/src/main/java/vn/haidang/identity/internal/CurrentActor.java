package vn.haidang.identity.internal;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.haidang.journal.Actor;

/** Who acts now, for acts that are not told who: the account signed in on this thread, else the system. */
@Component
public class CurrentActor {

    public Actor now() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof AccountAuthentication signedIn
                ? Actor.account(signedIn.account().value())
                : Actor.SYSTEM;
    }
}
