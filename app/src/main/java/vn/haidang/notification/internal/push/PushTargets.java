package vn.haidang.notification.internal.push;

import java.net.URI;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.haidang.OpenNetwork;

/**
 * Which addresses may be called. A browser names the address of its service, so anybody may: only services on the open network behind
 * TLS are called, none inside ours, but for those that {@code HAIDANG_PUSH_HOSTS} names with their port. A name that leads elsewhere
 * between this look and the call comes to nothing: whoever answers there must prove by certificate that the name is theirs.
 */
@Component
class PushTargets {

    private static final int LONGEST = 1000;
    private static final int TLS = 443;

    private final Set<String> named;

    PushTargets(@Value("${haidang.push-hosts:}") Set<String> named) {
        this.named = named;
    }

    /** Whether this may be called now; a name that leads nowhere may not. Asked again before every call, for names change where they lead. */
    boolean permits(URI target) {
        if (target.getHost() == null
                || target.getUserInfo() != null
                || target.toString().length() > LONGEST) {
            return false;
        }
        boolean secured = "https".equals(target.getScheme());
        if (named.contains(target.getHost() + ":" + target.getPort())) {
            return secured || "http".equals(target.getScheme());
        }
        return secured
                && (target.getPort() == -1 || target.getPort() == TLS)
                && OpenNetwork.leadsThere(target.getHost());
    }
}
