package vn.haidang.reference.internal.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.haidang.reference.GivenFile;
import vn.haidang.reference.PublishedFile;
import vn.haidang.reference.spi.Intake;

/** Which module takes which file, and in what order. */
@Component
public class Intakes {

    /**
     * A file and who takes it.
     *
     * @param intake null where no module takes such files
     */
    public record Candidate(PublishedFile file, @Nullable Intake intake) {

        /** What it is: of the intake, or a known kind that is left; null where nobody knows it. */
        @Nullable String kind() {
            return intake != null
                    ? intake.kind()
                    : LeftKind.of(file).map(LeftKind::kind).orElse(null);
        }
    }

    private final ObjectProvider<Intake> all;

    Intakes(ObjectProvider<Intake> all) {
        this.all = all;
    }

    /** What others wait for first; within a kind by name; what nobody takes last. */
    public List<Candidate> inOrder(List<GivenFile> files) throws IOException {
        var intakes = all.stream().sorted(Comparator.comparing(Intake::kind)).toList();
        var ranks = ranks(intakes);
        var candidates = new ArrayList<Candidate>();
        for (var given : files) {
            var file = PublishedFile.of(given);
            var intake = intakes.stream()
                    .filter(each -> each.takes(file))
                    .findFirst()
                    .orElse(null);
            candidates.add(new Candidate(file, intake));
        }
        candidates.sort(Comparator.comparingInt((Candidate candidate) -> rank(candidate, ranks))
                .thenComparing(candidate -> candidate.file().name()));
        return List.copyOf(candidates);
    }

    private static int rank(Candidate candidate, Map<String, Integer> ranks) {
        var intake = candidate.intake();
        return intake == null ? Integer.MAX_VALUE : ranks.getOrDefault(intake.kind(), Integer.MAX_VALUE);
    }

    private static Map<String, Integer> ranks(List<Intake> intakes) {
        var ranks = new HashMap<String, Integer>();
        while (ranks.size() < intakes.size()) {
            var before = ranks.size();
            for (var intake : intakes) {
                var waits = intake.after().stream()
                        .anyMatch(kind -> !ranks.containsKey(kind)
                                && intakes.stream()
                                        .anyMatch(other -> other.kind().equals(kind)));
                if (!waits) {
                    ranks.putIfAbsent(intake.kind(), ranks.size());
                }
            }
            if (ranks.size() == before) {
                throw new IllegalStateException("intakes wait for each other, or two have one kind");
            }
        }
        return ranks;
    }
}
