package vn.haidang.casework.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;

/**
 * How the cases stand that this node moved last, so that the next act on one of them need not read it first. It may be wrong: the
 * act that relies on it finds out in the statement that writes, by {@link Standing#writtenBy}, and then begins anew by reading.
 */
@Component
class LastStandings {

    private static final long MOST = 2_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Cache<CaseId, Standing> cases =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    private final Cache<UUID, CaseId> items =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /** After the commit: the case stands like this, by the transaction that wrote it. */
    void keep(Move move, String writtenBy) {
        CaseId id = move.to().summary().id();
        Standing.Item item = move.to().item();
        if (item != null && move.postsItem() && move.to().summary().status() == CaseStatus.OPEN) {
            cases.put(id, move.to().writtenBy(writtenBy));
            items.put(item.id(), id);
        } else {
            cases.invalidate(id);
        }
    }

    Optional<Standing> find(CaseId id) {
        return Optional.ofNullable(cases.getIfPresent(id));
    }

    /** By the work item at which it stood when it was moved last. */
    Optional<Standing> findByItem(UUID item) {
        return Optional.ofNullable(items.getIfPresent(item)).flatMap(this::find);
    }

    /** It is about to stand otherwise. */
    void forget(CaseId id) {
        cases.invalidate(id);
    }
}
