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

/** All versions of all procedures, kept in memory for five seconds; a lost copy is read again. */
@Component
public class Procedures {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private record Key(String code, int version) {}

    private record Copy(Instant readAt, Map<Key, Procedure> byKey, List<Procedure> all) {}

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

    Optional<Procedure> inForce(String code, LocalDate day) {
        return current().all().stream()
                .filter(each -> each.code().equals(code) && each.inForceOn(day))
                .findFirst();
    }

    /** The tables were loaded anew on this node. */
    void forget() {
        copy = null;
    }

    private Copy current() {
        Instant now = clock.instant();
        Copy known = copy;
        if (known == null || now.isAfter(known.readAt().plus(KEPT)) || now.isBefore(known.readAt())) {
            List<Procedure> all = rows.all();
            known = new Copy(
                    now,
                    all.stream()
                            .collect(Collectors.toUnmodifiableMap(
                                    each -> new Key(each.code(), each.version()), Function.identity())),
                    all);
            copy = known;
        }
        return known;
    }
}
