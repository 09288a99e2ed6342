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
import vn.haidang.reference.ReferenceData;

/** All versions of all procedures, kept in memory; tables loaded anew, here or on another node, are seen within five seconds. */
@Component
public class Procedures {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private record Key(String code, int version) {}

    private record Copy(Instant readAt, String tables, Map<Key, Procedure> byKey, List<Procedure> all) {}

    private final ProcedureRows rows;
    private final ReferenceData referenceData;
    private final Clock clock;
    private volatile @Nullable Copy copy;

    Procedures(ProcedureRows rows, ReferenceData referenceData, Clock clock) {
        this.rows = rows;
        this.referenceData = referenceData;
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
            known = read(known, now);
            copy = known;
        }
        return known;
    }

    private Copy read(@Nullable Copy known, Instant now) {
        String tables = referenceData.version("casework");
        if (known != null && known.tables().equals(tables)) {
            return new Copy(now, tables, known.byKey(), known.all());
        }
        List<Procedure> all = rows.all();
        Map<Key, Procedure> byKey = all.stream()
                .collect(Collectors.toUnmodifiableMap(
                        each -> new Key(each.code(), each.version()), Function.identity()));
        return new Copy(now, tables, byKey, all);
    }
}
