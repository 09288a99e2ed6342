package vn.haidang;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** What lies on the open network, and not inside somebody's own: asked before an address is called that others named. */
public final class OpenNetwork {

    private OpenNetwork() {}

    /** Whether a name or a written address leads there now, and nowhere else; one that leads nowhere does not. */
    public static boolean leadsThere(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!holds(address)) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Neither this machine nor a network of somebody's own (RFC 1918, 4193, 6598, 6890), nor a way around it through another one. */
    static boolean holds(InetAddress address) {
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
            case Inet6Address six -> (first & 0xe0) == 0x20 && !carriesAnother(bytes);
            default -> false;
        };
    }

    /** Addresses of the old kind written in new ones: 6to4 (RFC 3056) and Teredo (RFC 4380). */
    private static boolean carriesAnother(byte[] six) {
        return six[0] == 0x20 && (six[1] == 0x02 || six[1] == 0x01 && six[2] == 0 && six[3] == 0);
    }
}
