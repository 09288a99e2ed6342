package vn.haidang.identity.web.key;

import java.time.Instant;
import vn.haidang.identity.internal.key.AccessKey;
import vn.haidang.ui.Screen;
import vn.haidang.ui.Slice;

/** The keys of everybody. */
public record AllKeysPage(Slice<AccessKey> keys, Instant now) {

    public String actions(AccessKey key, Screen screen) {
        return KeysPage.actions(key.actions(), screen);
    }

    public String state(AccessKey key) {
        return KeysPage.state(key, now);
    }
}
