package vn.haidang.publicservice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseStatus;
import vn.haidang.publicservice.Service.Bilingual;

/**
 * One declaration and the dossiers it became.
 *
 * @param legalBasis what defines a bundle of the law, null for an offer of ours
 */
public record Bundle(
        BundleId id,
        String event,
        LifeEvent.Kind kind,
        Bilingual name,
        @Nullable String legalBasis,
        Instant submittedAt,
        List<Dossier> dossiers) {

    public Bundle {
        dossiers = List.copyOf(dossiers);
    }

    /**
     * One of its dossiers: an application of ours, or a shadow of one that another system decides.
     *
     * @param agency who decides it: the unit it lies at, of a shadow the sort of agency
     * @param application null for a shadow
     * @param code dossier code, of a shadow the code the other system gave, null until it gave one
     * @param promisedDay last day in time as promised at submission, for a shadow by the legal time of its service; null where that
     *     is not established
     * @param nowDay last day in time as it stands now; null while the clock stands still, and for a shadow
     * @param status of the case, null for a shadow
     * @param reported the state reported last of a shadow, 1 to 10; null for none and for ours
     */
    public record Dossier(
            int ordinal,
            String service,
            Bilingual name,
            Bilingual agency,
            @Nullable UUID application,
            @Nullable String code,
            @Nullable LocalDate promisedDay,
            @Nullable LocalDate nowDay,
            @Nullable CaseStatus status,
            @Nullable String step,
            @Nullable String outcome,
            @Nullable Integer reported) {

        private static final Set<Integer> LAST = Set.of(3, 7, 8, 9, 10);

        public boolean ended() {
            return ours() ? status == CaseStatus.CLOSED : reported != null && LAST.contains(reported);
        }

        public boolean ours() {
            return application != null;
        }

        /** Whether it is with whoever decides it; of another system's dossier that is so once that system said anything of it. */
        public boolean passedOn() {
            return ours() || code != null || reported != null;
        }
    }

    /** The promised day of the whole: the latest of the days promised for the dossiers that are on their way; null while none is known. */
    public @Nullable LocalDate promisedDay() {
        return dossiers.stream()
                .filter(Dossier::passedOn)
                .map(Dossier::promisedDay)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The dossiers that nobody has passed on: no time of theirs runs, and the whole is not done before them, whenever that is. */
    public List<Dossier> notPassedOn() {
        return dossiers.stream().filter(each -> !each.passedOn()).toList();
    }

    /** The dossiers on their way whose day is not established: the whole is not done before them, whenever that is. */
    public List<Dossier> withoutDay() {
        return dossiers.stream()
                .filter(each -> each.passedOn() && each.promisedDay() == null)
                .toList();
    }

    /** The dossiers that decide the day of the whole. */
    public List<Dossier> decisive() {
        LocalDate last = promisedDay();
        return dossiers.stream()
                .filter(each -> each.passedOn() && last != null && last.equals(each.promisedDay()))
                .toList();
    }

    public boolean ended() {
        return dossiers.stream().allMatch(Dossier::ended);
    }
}
