package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.internal.ClockActs;
import vn.haidang.casework.internal.ConsultActs;
import vn.haidang.casework.internal.ConsultTerms;
import vn.haidang.casework.internal.ConsultWarnings;
import vn.haidang.casework.internal.ItemActs;
import vn.haidang.identity.Role;

/** Whoever was asked for an opinion is told before their silence counts: once for each end, and not while the clock stands still. */
@ModuleTest
@Import(CaseTestbed.Issuing.class)
class ConsultWarningModuleTests {

    private final ConsultWarnings warnings;
    private final ConsultActs consults;
    private final ClockActs clocks;
    private final ItemActs items;
    private final Cases cases;
    private final MovableClock clock;
    private final JdbcClient database;
    private final CaseTestbed bed;
    private final CaseTestbed land;

    ConsultWarningModuleTests(
            ConsultWarnings warnings,
            ConsultActs consults,
            ClockActs clocks,
            ItemActs items,
            Cases cases,
            MovableClock clock,
            JdbcClient database) {
        this.warnings = warnings;
        this.consults = consults;
        this.clocks = clocks;
        this.items = items;
        this.cases = cases;
        this.clock = clock;
        this.database = database;
        this.bed = new CaseTestbed(cases, clock);
        this.land = new CaseTestbed(cases, clock);
    }

    @Test
    void tellsWhoeverHoldsTheQuestionAndMovesWithItsEnd() {
        clock.returnTo(Instant.parse("2026-03-09T02:00:00Z"));
        CaseSummary opened = bed.open(CaseTestbed.THREE_DAYS, clock.instant(), Channel.ONLINE);
        UUID item = ask(opened, ConsultTerms.Silence.CONSENT);
        items.claim(item, land.specialist);
        warnings.warnThoseNear();
        moveTo("2026-03-10T02:00:00Z");
        clocks.stop(
                new ClockActs.Stop(opened.id(), now(opened).version(), "Chờ", "Điều 20", UUID.randomUUID()), bed.head);
        warnings.warnThoseNear();
        assertThat(told()).as("neither early nor while the clock stands still").isEmpty();
        moveTo("2026-03-12T02:00:00Z");
        clocks.letGoOn(opened.id(), now(opened).version(), UUID.randomUUID(), bed.head);

        warnings.warnThoseNear();
        warnings.warnThoseNear();

        assertThat(told())
                .containsExactly(
                        "casework.notice.consult.consent " + opened.code() + " 13/03/2026 /desk/items/" + item);
        assertThat(cases.history(opened.id()))
                .filteredOn(event -> event.verb().equals("consult-near"))
                .hasSize(1);
        assertThat(database.sql(
                                "select count(*) from journal.entry where verb = 'casework/consult-near' and :id = any (subject_ids)")
                        .param("id", opened.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void saysNothingOfAnEndThatHasNoEffect() {
        clock.returnTo(Instant.parse("2026-03-09T02:00:00Z"));
        CaseSummary opened = bed.open(CaseTestbed.THREE_DAYS, clock.instant(), Channel.ONLINE);
        items.claim(ask(opened, ConsultTerms.Silence.WAIT), land.specialist);
        moveTo("2026-03-11T02:00:00Z");

        warnings.warnThoseNear();

        assertThat(told()).noneMatch(told -> told.contains(opened.code()));
    }

    private UUID ask(CaseSummary of, ConsultTerms.Silence silence) {
        UUID consult = consults.ask(
                new ConsultActs.NewConsult(
                        of.id(),
                        "Có đồng ý không?",
                        List.of(land.commune),
                        Role.SPECIALIST,
                        ConsultTerms.Join.ALL,
                        Instant.parse("2026-03-11T17:00:00Z"),
                        silence,
                        silence == ConsultTerms.Silence.CONSENT ? "Điều 12 Quy chế làm việc" : null),
                UUID.randomUUID(),
                bed.officer);
        return database.sql("select id from casework.work_item where consult = :consult")
                .param("consult", consult)
                .query(UUID.class)
                .single();
    }

    private List<String> told() {
        return database.sql("""
                        select message_key || ' ' || (arguments ->> 0) || ' ' || (arguments ->> 1) || ' ' || link as told
                        from notification.message where account = :account order by id
                        """)
                .param(
                        "account",
                        Objects.requireNonNull(land.specialist.account()).value())
                .query((row, number) -> row.getString("told"))
                .list();
    }

    private CaseSummary now(CaseSummary seen) {
        return cases.of(seen.subjectType(), seen.subjectId()).orElseThrow();
    }

    private void moveTo(String instant) {
        clock.moveTo(Instant.parse(instant));
    }
}
