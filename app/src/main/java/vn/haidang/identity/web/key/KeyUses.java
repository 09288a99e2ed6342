package vn.haidang.identity.web.key;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.haidang.identity.spi.KeyDoor;
import vn.haidang.identity.spi.KeyUse;
import vn.haidang.ui.spi.AccessPolicy;

/** What keys may be made for by whoever asks: of all that modules offer, what they may do themselves now. */
@Component
class KeyUses {

    private final ObjectProvider<KeyUse> uses;
    private final AccessPolicy policy;

    KeyUses(ObjectProvider<KeyUse> uses, AccessPolicy policy) {
        this.uses = uses;
        this.policy = policy;
    }

    List<KeyUse> all(HttpServletRequest request) {
        return uses.stream()
                .filter(use -> policy.permits(request, use.action()))
                .sorted(Comparator.comparing(KeyUse::door).thenComparing(KeyUse::label))
                .toList();
    }

    Set<String> of(KeyDoor door, HttpServletRequest request) {
        return all(request).stream()
                .filter(use -> use.door() == door)
                .map(KeyUse::action)
                .collect(Collectors.toUnmodifiableSet());
    }
}
