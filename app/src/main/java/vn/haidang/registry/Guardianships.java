package vn.haidang.registry;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.registry.internal.GuardianshipRows;
import vn.haidang.ui.Problem;

/** Who represents a child by law. */
@Component
public class Guardianships {

    /**
     * A parent or guardian of a child.
     *
     * @param kind {@code parent} or {@code guardian}
     * @param until first day on which it holds no more, null for the eighteenth birthday; never later than that
     */
    public record NewGuardianship(
            PersonId child,
            PersonId guardian,
            String kind,
            String source,
            LocalDate from,
            @Nullable LocalDate until) {}

    private final GuardianshipRows rows;
    private final Journal journal;

    Guardianships(GuardianshipRows rows, Journal journal) {
        this.rows = rows;
        this.journal = journal;
    }

    /** @throws vn.haidang.ui.ProblemException {@code registry/no-child} when the person is of age on the first day, or was recorded so already */
    @Transactional
    public void record(NewGuardianship guardianship, Actor by) {
        UUID id = rows.insert(guardianship)
                .orElseThrow(() -> Problem.of("registry/no-child", 409).exception());
        journal.act(Act.of("registry/guardianship-recorded", by)
                .on(new Subject("registry/guardianship", id))
                .on(new Subject("registry/person", guardianship.child().value()))
                .on(new Subject("registry/person", guardianship.guardian().value()))
                .because(guardianship.source()));
    }
}
