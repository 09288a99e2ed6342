package vn.haidang.identity.web.key;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.haidang.identity.internal.key.AccessKey;
import vn.haidang.identity.spi.KeyDoor;
import vn.haidang.identity.spi.KeyUse;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/**
 * One's own keys.
 *
 * @param made door and secret of the key made just now, shown this once; else empty
 * @param site address of this very site, for the address of a feed
 */
public record KeysPage(
        List<AccessKey> keys,
        Instant now,
        List<KeyUse> uses,
        Form form,
        String made,
        String site,
        List<FieldError> errors) {

    static final List<String> TERMS = List.of("30", "90", "365");

    /** What was typed. */
    public record Form(String name, String door, List<String> actions, String days) {

        static final Form EMPTY = new Form("", "", List.of(), "90");
    }

    public List<Option> doors(Screen screen) {
        return uses.stream()
                .map(KeyUse::door)
                .distinct()
                .map(door -> new Option(
                        door.code(),
                        screen.say("identity.keys.door." + door.code()),
                        screen.say("identity.keys.door." + door.code() + ".hint")))
                .toList();
    }

    public List<Option> actions(Screen screen) {
        return uses.stream()
                .filter(use -> use.door() == KeyDoor.API)
                .map(use -> new Option(use.action(), screen.say(use.label()), ""))
                .toList();
    }

    public List<Option> terms(Screen screen) {
        return TERMS.stream()
                .map(days -> new Option(days, screen.say("identity.keys.days", days), ""))
                .toList();
    }

    /** What to copy: the secret, or for a feed the address with it. */
    public String secret() {
        var secret = made.substring(made.indexOf(' ') + 1);
        return made.startsWith(KeyDoor.FEED.code() + " ") ? site + "/feeds/" + secret + "/due.ics" : secret;
    }

    public String how() {
        return "identity.keys.made."
                + made.substring(0, Math.max(0, made.indexOf(' '))).toLowerCase(Locale.ROOT);
    }

    public String actions(AccessKey key, Screen screen) {
        return actions(key.actions(), screen);
    }

    /** What a key may do, in words; the code of an action that has none. */
    static String actions(Collection<String> actions, Screen screen) {
        return actions.stream()
                .map(action -> {
                    var words = "identity.action." + action.replace('/', '.');
                    return screen.knows(words) ? screen.say(words) : action;
                })
                .collect(Collectors.joining(", "));
    }

    public static String state(AccessKey key, Instant now) {
        if (key.revokedAt() != null) {
            return "identity.keys.revoked";
        }
        return key.live(now) ? "identity.keys.live" : "identity.keys.expired";
    }
}
