package vn.haidang.notification.internal.push;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

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
        return secured && (target.getPort() == -1 || target.getPort() == TLS) && leadsOutside(target.getHost());
    }

    private static boolean leadsOutside(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!open(address)) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /**
     * Neither this machine nor a network of somebody's own (RFC 1918, 6598, 6890). Of IPv6 what is given out for the open network
     * (2000::/3), without what carries an address of IPv4 in it (6to4, Teredo).
     */
    static boolean open(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return switch (address) {
            case Inet4Address four ->
                first != 0
                        && first < 240
                        && !(first == 100 && second >= 64 && second < 128)
                        && !(first == 192 && second == 0 && bytes[2] == 0)
                        && !(first == 198 && (second == 18 || second == 19));
            case Inet6Address six ->
                (first & 0xe0) == 0x20
                        && !(first == 0x20 && second == 0x02)
                        && !(first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0);
            default -> false;
        };
    }
}
