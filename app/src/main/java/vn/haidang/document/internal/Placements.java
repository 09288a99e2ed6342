package vn.haidang.document.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.document.internal.signing.Placement;
import vn.haidang.document.internal.signing.PlacementInForce;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.ui.Problem;

/** Sizes and places of signature and seal, as an administrator set them; none of them is established by a source at hand. */
@Component
public class Placements implements PlacementInForce {

    /** Other nodes sign with what was set before for no longer. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private record Remembered(Placement placement, Instant until) {}

    /**
     * What was set last.
     *
     * @param source where the administrator has it from
     */
    public record Setting(Placement placement, String source, Instant at) {}

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;
    private volatile @Nullable Remembered remembered;

    Placements(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Placement placement() {
        Instant now = clock.instant();
        Remembered known = remembered;
        if (known == null || !now.isBefore(known.until())) {
            known = new Remembered(last().map(Setting::placement).orElse(Placement.SHIPPED), now.plus(REMEMBERED));
            remembered = known;
        }
        return known.placement();
    }

    /** Empty while the shipped one counts. */
    public Optional<Setting> last() {
        return jdbc.sql("""
                select leader_width, leader_height, seal_width, covered, source, set_at
                from document.placement
                order by id desc
                limit 1
                """)
                .query((row, number) -> new Setting(
                        new Placement(
                                row.getInt("leader_width"),
                                row.getInt("leader_height"),
                                row.getInt("seal_width"),
                                row.getInt("covered")),
                        row.getString("source"),
                        row.getObject("set_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /**
     * Counts for what is signed from now on.
     *
     * @throws vn.haidang.ui.ProblemException {@code document/placement-impossible}
     */
    @Transactional
    public void set(Placement placement, String source, Reader by) {
        AccountId account = by.account();
        if (account == null || !placement.possible() || source.isBlank()) {
            throw Problem.of("document/placement-impossible", 422).exception();
        }
        Placement before = placement();
        UUID id = UuidCreator.getTimeOrderedEpoch(clock.instant());
        jdbc.sql("""
                insert into document.placement
                    (id, leader_width, leader_height, seal_width, covered, source, set_at, set_by)
                values (:id, :width, :height, :seal, :covered, :source, :now, :by)
                """)
                .param("id", id)
                .param("width", placement.leaderWidth())
                .param("height", placement.leaderHeight())
                .param("seal", placement.sealWidth())
                .param("covered", placement.covered())
                .param("source", source.strip())
                .param("now", OffsetDateTime.now(clock))
                .param("by", account.value())
                .update();
        Act act = Act.of("document/placement-set", by.actor()).on(new Subject("document/placement", id));
        changed(act, "leader-width", before.leaderWidth(), placement.leaderWidth());
        changed(act, "leader-height", before.leaderHeight(), placement.leaderHeight());
        changed(act, "seal-width", before.sealWidth(), placement.sealWidth());
        changed(act, "covered", before.covered(), placement.covered());
        journal.act(act);
        remembered = null;
    }

    private static void changed(Act act, String field, int before, int after) {
        if (before != after) {
            act.changed(field, before, after);
        }
    }
}
