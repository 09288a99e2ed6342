package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** All versions of all procedures, kept in memory; what changed, here or on another node, are seen within five seconds. */
@Component
public class Procedures {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private record Key(String code, int version) {}

    private record Copy(Instant readAt, long edition, Map<Key, Procedure> byKey, List<Procedure> all) {}

    private final ProcedureRows rows;
    private final Clock clock;
    private volatile @Nullable Copy copy;

    Procedures(ProcedureRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public Procedure get(String code, int version) {
        Procedure known = current().byKey().get(new Key(code, version));
        if (known == null) {
            throw new IllegalStateException("no procedure " + code + " version " + version);
        }
        return known;
    }

    public Optional<Procedure> inForce(String code, LocalDate day) {
        return current().all().stream()
                .filter(each -> each.code().equals(code) && each.inForceOn(day))
                .findFirst();
    }

    public List<Procedure> all() {
        return current().all();
    }

    /** The version with this number, if there is one. */
    public Optional<Procedure> find(String code, int version) {
        return Optional.ofNullable(current().byKey().get(new Key(code, version)));
    }

    /** They change in this transaction, which keeps other changes waiting; all nodes see it within five seconds, this one at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed() {
        rows.nextEdition();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                copy = null;
            }
        });
    }

    private Copy current() {
        Instant now = clock.instant();
        Copy known = copy;
        if (known == null || now.isAfter(known.readAt().plus(KEPT)) || now.isBefore(known.readAt())) {
            known = read(known, now);
            copy = known;
        }
        return known;
    }

    private Copy read(@Nullable Copy known, Instant now) {
        long edition = rows.edition();
        if (known != null && known.edition() == edition) {
            return new Copy(now, edition, known.byKey(), known.all());
        }
        List<Procedure> all = rows.all();
        Map<Key, Procedure> byKey = all.stream()
                .collect(Collectors.toUnmodifiableMap(
                        each -> new Key(each.code(), each.version()), Function.identity()));
        return new Copy(now, edition, byKey, all);
    }
}
