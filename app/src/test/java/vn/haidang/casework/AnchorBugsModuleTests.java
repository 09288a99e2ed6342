package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.internal.CaseDesk;
import vn.haidang.casework.internal.ClockReplay;
import vn.haidang.casework.internal.SilentApplicants;
import vn.haidang.casework.internal.VisitClocks;

/** What users of other systems reported or asked for about the clocks of whole files, by the number it has in their tracker. */
@ModuleTest
@Import(CaseTestbed.Issuing.class)
class AnchorBugsModuleTests {

    private final ClockReplay replay;
    private final SilentApplicants silent;
    private final Desk desk;
    private final MovableClock clock;
    private final JdbcClient database;
    private final CaseTestbed bed;

    /** How an official sees a case and its inner clock. */
    record Desk(Cases cases, CaseDesk pages, VisitClocks visits) {}

    AnchorBugsModuleTests(
            ClockReplay replay,
            SilentApplicants silent,
            Cases cases,
            CaseDesk pages,
            VisitClocks visits,
            MovableClock clock,
            JdbcClient database) {
        this.replay = replay;
        this.silent = silent;
        this.desk = new Desk(cases, pages, visits);
        this.clock = clock;
        this.database = database;
        this.bed = new CaseTestbed(cases, clock);
    }

    @BeforeEach
    void onAMonday() {
        clock.returnTo(Instant.parse("2026-03-09T02:00:00Z"));
    }

    /** opencps-v2#1112: a step that is done twice is counted from its first stay, the waiting time added. */
    @Test
    void opencpsV2Issue1112AStepDoneTwiceSumsItsStays() {
        CaseSummary opened = bed.open(CaseTestbed.THREE_DAYS, clock.instant(), Channel.ONLINE);
        CaseSummary accepted = bed.take(opened, "accept", bed.officer);
        moveTo("2026-03-09T03:00:00Z");
        CaseSummary proposed = bed.take(accepted, "propose", bed.specialist);
        moveTo("2026-03-09T04:00:00Z");
        CaseSummary returned = bed.take(proposed, "return", bed.head, "Xem lại", UUID.randomUUID());
        moveTo("2026-03-09T07:00:00Z");
        bed.take(returned, "propose", bed.specialist);

        VisitClocks.View view = desk.visits().of(desk.pages().view(opened.id(), bed.head));

        assertThat(view.perStep().get("appraise")).isCloseTo(Duration.ofHours(3), Duration.ofMinutes(1));
        assertThat(view.visits())
                .filteredOn(visit -> visit.step().equals("appraise"))
                .hasSize(2);
    }

    /** opencps#1254: in time after four supplements, by the case and not only by the reckoning. */
    @Test
    void opencps1254FourSupplementsDoNotMakeACaseLate() {
        CaseSummary seen = bed.open(CaseTestbed.THREE_DAYS, clock.instant(), Channel.ONLINE);
        for (int day = 10; day < 14; day++) {
            moveTo("2026-03-" + day + "T02:00:00Z");
            seen = bed.take(seen, "ask-supplement", bed.officer, "Thiếu giấy", UUID.randomUUID());
            moveTo("2026-03-" + day + "T20:00:00Z");
            seen = desk.cases().supplemented(seen.id(), bed.resident.actor());
        }

        assertThat(seen.dueAt()).isNotNull().isAfter(clock.instant());
        assertThat(desk.cases().deadline(seen.id()).due()).isEqualTo(seen.dueAt());
    }

    /** The day promised is given again as it was on any day, with who had stopped the clock. */
    @Test
    void answersAsOfAnyDay() {
        CaseSummary opened = bed.open(CaseTestbed.THREE_DAYS, clock.instant(), Channel.ONLINE);
        moveTo("2026-03-10T02:00:00Z");
        bed.take(opened, "ask-supplement", bed.officer, "Thiếu giấy", UUID.randomUUID());
        moveTo("2026-03-17T02:00:00Z");
        CaseSummary running = desk.cases().supplemented(opened.id(), bed.resident.actor());
        moveTo("2026-03-18T02:00:00Z");

        assertThat(asOf(opened, 8).deadline()).isNull();
        assertThat(due(asOf(opened, 9))).isEqualTo(opened.dueAt());
        CaseClock standing = asOf(opened, 11);
        assertThat(due(standing)).isNull();
        assertThat(standing.stops()).singleElement().satisfies(stop -> {
            assertThat(stop.to()).isNull();
            assertThat(stop.reason()).isEqualTo("Thiếu giấy");
            assertThat(stop.legalBasis()).isNotNull();
        });
        assertThat(due(asOf(opened, 18))).isEqualTo(running.dueAt());
        assertThat(asOf(opened, 18).stops())
                .singleElement()
                .satisfies(stop -> assertThat(stop.to()).isNotNull());
    }

    /**
     * Whatever happened to the clock, each day's answer is given again as it was at the end of that day; what was late before the clock
     * was stopped stays late.
     */
    @Test
    void everyDayIsAnsweredAgainAsItStoodThen() {
        var random = new Random(118);
        for (int round = 0; round < 8; round++) {
            clock.returnTo(Instant.parse("2026-04-20T02:00:00Z"));
            CaseSummary seen = bed.open(CaseTestbed.THREE_DAYS, clock.instant(), Channel.ONLINE);
            Map<LocalDate, Optional<Instant>> told = new LinkedHashMap<>();
            Optional<Instant> passed = Optional.empty();
            for (LocalDate day = LocalDate.of(2026, 4, 20);
                    day.isBefore(LocalDate.of(2026, 5, 10));
                    day = day.plusDays(1)) {
                moveTo(day + "T03:0" + random.nextInt(10) + ":00Z");
                if (random.nextBoolean() && seen.status() == CaseStatus.OPEN) {
                    passed = Optional.ofNullable(seen.dueAt())
                            .filter(due -> !clock.instant().isBefore(due));
                    seen = bed.take(seen, "ask-supplement", bed.officer, "Thiếu giấy", UUID.randomUUID());
                } else if (random.nextBoolean() && seen.status() == CaseStatus.PAUSED) {
                    seen = desk.cases().supplemented(seen.id(), bed.resident.actor());
                }
                told.put(day, seen.dueAt() == null ? passed : Optional.of(seen.dueAt()));
            }
            moveTo("2026-05-10T03:00:00Z");
            CaseSummary asked = seen;
            told.forEach((day, due) -> assertThat(Optional.ofNullable(due(replay.asOf(asked.id(), day))))
                    .as("%s as of %s", asked.code(), day)
                    .isEqualTo(due));
        }
    }

    /** demarche.numerique.gouv.fr#1778: whom no warning reached in time has as long from the late one on. */
    @Test
    void demarches1778NobodyIsEndedUnwarned() {
        CaseSummary opened = bed.open(CaseTestbed.THREE_DAYS, clock.instant(), Channel.ONLINE);
        bed.take(opened, "ask-supplement", bed.officer, "Thiếu giấy", UUID.randomUUID());
        moveTo("2026-04-22T02:00:00Z");
        database.sql("""
                        insert into casework.clock_rule (rule, validity, duration, notice, source, confidence)
                        values ('silence', '[2026-01-01,)', '25d', 'Quá thời gian bổ sung', 'Quy chế thử', 'I')
                        """).update();
        try {
            silent.endThoseTooLong();
            assertThat(now(opened).status()).isEqualTo(CaseStatus.PAUSED);
            CaseClock.Silence silence =
                    replay.asOf(opened.id(), LocalDate.of(2026, 4, 22)).silence();
            assertThat(silence)
                    .isNotNull()
                    .extracting(CaseClock.Silence::endsAt)
                    .isEqualTo(Instant.parse("2026-04-28T17:00:00Z"));
            moveTo("2026-04-28T16:00:00Z");
            silent.endThoseTooLong();
            assertThat(now(opened).status()).isEqualTo(CaseStatus.PAUSED);

            moveTo("2026-04-28T17:00:00Z");
            silent.endThoseTooLong();
            assertThat(now(opened).outcome()).isEqualTo("withdrawn");
        } finally {
            database.sql("delete from casework.clock_rule where rule = 'silence'")
                    .update();
        }
    }

    /** The end that was told goes with the applicant's answer; asked again, they are told of the new one. */
    @Test
    void warnsAgainOfAnotherEndOnly() {
        database.sql("""
                        insert into casework.clock_rule (rule, validity, duration, notice, source, confidence)
                        values ('silence', '[2026-01-01,)', '10wd', 'Quá thời gian bổ sung', 'Quy chế thử', 'I')
                        """).update();
        try {
            CaseSummary opened = bed.open(CaseTestbed.THREE_DAYS, clock.instant(), Channel.ONLINE);
            bed.take(opened, "ask-supplement", bed.officer, "Thiếu giấy", UUID.randomUUID());
            moveTo("2026-03-20T02:00:00Z");
            silent.endThoseTooLong();
            CaseSummary running = desk.cases().supplemented(opened.id(), bed.resident.actor());
            bed.take(running, "ask-supplement", bed.officer, "Thiếu giấy", UUID.randomUUID());
            moveTo("2026-03-30T02:00:00Z");
            silent.endThoseTooLong();
            assertThat(now(opened).status()).isEqualTo(CaseStatus.PAUSED);
            moveTo("2026-03-31T02:00:00Z");
            silent.endThoseTooLong();

            assertThat(desk.cases().history(opened.id()))
                    .filteredOn(event -> event.verb().equals("silence-near"))
                    .extracting(event -> String.valueOf(event.reason()).substring(0, 10))
                    .containsExactly("25/03/2026", "03/04/2026");
        } finally {
            database.sql("delete from casework.clock_rule where rule = 'silence'")
                    .update();
        }
    }

    /** VietOpenCPS/doc#29: nothing happens when the applicant does not answer. Here what an authority has set, and nothing else. */
    @Test
    void opencpsDoc29SilenceEndsACaseOnlyWhereATimeIsSet() {
        CaseSummary opened = bed.open(CaseTestbed.THREE_DAYS, clock.instant(), Channel.ONLINE);
        bed.take(opened, "ask-supplement", bed.officer, "Thiếu giấy", UUID.randomUUID());
        moveTo("2026-03-30T02:00:00Z");
        assertThat(silent.endThoseTooLong()).isZero();

        database.sql("""
                        insert into casework.clock_rule (rule, validity, duration, notice, source, confidence)
                        values ('silence', '[2026-01-01,)', '25d', 'Quá thời gian bổ sung', 'Quy chế thử', 'I')
                        """).update();
        try {
            silent.endThoseTooLong();
            assertThat(desk.cases().history(opened.id()))
                    .noneMatch(event -> event.verb().equals("silence-near"));
            moveTo("2026-03-31T02:00:00Z");
            silent.endThoseTooLong();
            silent.endThoseTooLong();
            assertThat(desk.cases().history(opened.id()))
                    .filteredOn(event -> event.verb().equals("silence-near"))
                    .singleElement()
                    .satisfies(warned -> {
                        assertThat(warned.toldApplicant()).isTrue();
                        assertThat(warned.reason()).startsWith("03/04/2026 – Quá thời gian bổ sung");
                    });
            moveTo("2026-04-03T16:00:00Z");
            silent.endThoseTooLong();
            assertThat(now(opened).status()).isEqualTo(CaseStatus.PAUSED);
            assertThat(replay.asOf(opened.id(), LocalDate.of(2026, 4, 3)).silence())
                    .extracting(CaseClock.Silence::endsAt)
                    .isEqualTo(Instant.parse("2026-04-03T17:00:00Z"));
            moveTo("2026-04-03T17:01:00Z");
            silent.endThoseTooLong();
        } finally {
            database.sql("delete from casework.clock_rule where rule = 'silence'")
                    .update();
        }

        assertThat(now(opened).outcome()).isEqualTo("withdrawn");
        Cases.Event last = desk.cases().history(opened.id()).getLast();
        assertThat(last.verb()).isEqualTo("ended-silent");
        assertThat(last.toldApplicant()).isTrue();
        assertThat(last.reason()).isEqualTo("Quá thời gian bổ sung (Quy chế thử)");
    }

    private CaseClock asOf(CaseSummary opened, int day) {
        return replay.asOf(opened.id(), LocalDate.of(2026, 3, day));
    }

    private static @Nullable Instant due(CaseClock view) {
        var deadline = view.deadline();
        return deadline == null ? null : deadline.due();
    }

    private CaseSummary now(CaseSummary seen) {
        return desk.cases().get(seen.id(), bed.head);
    }

    private void moveTo(String instant) {
        clock.moveTo(Instant.parse(instant));
    }
}
