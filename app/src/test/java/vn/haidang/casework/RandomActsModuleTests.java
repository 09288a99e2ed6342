package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.internal.Consult;
import vn.haidang.casework.internal.ConsultActs;
import vn.haidang.casework.internal.ConsultTerms;
import vn.haidang.casework.internal.Inbox;
import vn.haidang.casework.internal.InboxFilter;
import vn.haidang.casework.internal.SubCases;
import vn.haidang.casework.internal.TaskActs;
import vn.haidang.casework.internal.TimerRun;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.EvidencePage;
import vn.haidang.indicator.Ground;
import vn.haidang.indicator.Observations;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.ProblemException;
import vn.haidang.worktime.LegalDuration;

/** Whatever people do in whatever order, what is counted is what is listed, and the facts are what the records say. */
@ModuleTest
@Import(CaseTestbed.Issuing.class)
class RandomActsModuleTests {

    private static final long SEED = 20261122;
    private static final int ACTS = 400;
    private static final List<String> OUTCOMES = List.of(
            "accept",
            "accept",
            "propose",
            "propose",
            "approve",
            "approve",
            "ask-supplement",
            "refuse",
            "return",
            "done",
            "done");

    private final Cases cases;
    private final MovableClock clock;
    private final JdbcClient database;
    private final Inbox inbox;
    private final List<Measure> measures;
    private final ConsultActs consults;
    private final TaskActs tasks;
    private final TimerRun timers;
    private final SubCases subCases;
    private final CaseTestbed bed;
    private final CaseTestbed elsewhere;

    RandomActsModuleTests(
            Cases cases,
            MovableClock clock,
            JdbcClient database,
            Inbox inbox,
            List<Measure> measures,
            ConsultActs consults,
            TaskActs tasks,
            TimerRun timers,
            SubCases subCases) {
        this.cases = cases;
        this.clock = clock;
        this.database = database;
        this.inbox = inbox;
        this.measures = measures;
        this.consults = consults;
        this.tasks = tasks;
        this.timers = timers;
        this.subCases = subCases;
        this.elsewhere = new CaseTestbed(cases, clock);
        this.bed = new CaseTestbed(cases, clock);
    }

    /** opencrvs-core#11703: a count changes at once, its list half a minute later. */
    @Test
    void countsWhatItListsAndRecordsWhatItObserves() {
        List<Reader> people = List.of(
                bed.officer,
                bed.specialist,
                bed.head,
                bed.holder("Hai Vai", Role.SPECIALIST, Role.UNIT_HEAD),
                bed.holder("Ba Vai", Role.ONE_STOP_OFFICER, Role.SPECIALIST, Role.UNIT_HEAD));
        List<CaseSummary> opened = new ArrayList<>();
        Random random = new Random(SEED);
        for (int act = 0; act < ACTS; act++) {
            someAct(random, opened, people.get(random.nextInt(people.size())));
            clock.moveBy(Duration.ofMinutes(random.nextInt(90)));
            if (act % 25 == 0) {
                people.forEach(this::countsEqualLists);
            }
        }
        people.forEach(this::countsEqualLists);
        countsEqualLists(elsewhere.specialist);

        assertThat(casesThatWaitForSomethingElse()).isZero();
        assertThat(itemsOpenInClosedCases()).isZero();
        for (Measure measure : measures()) {
            assertThat(facts(measure)).as(measure.code().value()).isNotEmpty().isEqualTo(observed(measure));
        }
    }

    @Test
    void opensANumberOnlyToThoseWhoMaySeeTheRecords() {
        CaseSummary done = bed.finish(bed.open());
        CaseSummary refused = bed.take(bed.open(), "refuse", bed.officer, "Không đúng thẩm quyền", UUID.randomUUID());
        DayRange today = new DayRange(today(), today());
        var ground = new Ground(List.of(new Ground.Plot(bed.commune, null, null)));

        assertThat(done.outcome()).isEqualTo("done");
        assertThat(refused.outcome()).isEqualTo("refused");
        for (Measure measure : measures()) {
            var seen = measure.evidence(ground, today, null, EvidencePage.first(10), bed.officer);
            var hidden = measure.evidence(ground, today, null, EvidencePage.first(10), bed.stranger);

            assertThat(hidden.rows()).isEmpty();
            assertThat(seen.rows()).isNotEmpty();
        }
    }

    private void someAct(Random random, List<CaseSummary> opened, Reader person) {
        if (opened.isEmpty() || random.nextInt(4) == 0) {
            Channel channel = random.nextBoolean() ? Channel.ONLINE : Channel.COUNTER;
            opened.add(bed.open(CaseTestbed.SAME_DAY, clock.instant(), channel));
            return;
        }
        CaseSummary some = opened.get(random.nextInt(opened.size()));
        CaseSummary now = cases.of(some.subjectType(), some.subjectId()).orElseThrow();
        try {
            switch (random.nextInt(19)) {
                case 0 -> cases.withdraw(now.id(), bed.resident.actor(), null);
                case 1, 2, 3 -> cases.supplemented(now.id(), bed.resident.actor());
                case 4, 5 -> asked(random, now, person);
                case 6, 7 -> answered(random, person);
                case 8 -> withdrawn(random, now, person);
                case 9 -> timers.runDue();
                case 10 -> opened.add(beneath(random, now, person));
                default ->
                    bed.take(
                            random.nextInt(6) == 0 ? some : now,
                            OUTCOMES.get(random.nextInt(OUTCOMES.size())),
                            person,
                            "Lý do",
                            UUID.randomUUID());
            }
        } catch (ProblemException refused) {
            assertThat(refused.problem().code()).startsWith("casework/");
        }
    }

    private CaseSummary beneath(Random random, CaseSummary now, Reader person) {
        CaseId id = subCases.open(
                new SubCases.NewCase(
                        now.id(),
                        random.nextBoolean() ? SubCases.Relation.BLOCKS : SubCases.Relation.BESIDE,
                        SubCases.AD_HOC,
                        "Xác minh",
                        bed.commune,
                        new LegalDuration.WorkingDays(5),
                        "Điều 7"),
                UUID.randomUUID(),
                person);
        return cases.of("casework/own-case", id.value()).orElseThrow();
    }

    private void asked(Random random, CaseSummary now, Reader person) {
        if (random.nextBoolean()) {
            tasks.post(
                    new TaskActs.NewTask(now.id(), null, "Việc", bed.commune, Role.SPECIALIST, null, null),
                    UUID.randomUUID(),
                    person);
            return;
        }
        ConsultTerms.Silence[] silences = ConsultTerms.Silence.values();
        consults.ask(
                new ConsultActs.NewConsult(
                        now.id(),
                        "Ý kiến",
                        List.of(bed.commune, elsewhere.commune),
                        Role.SPECIALIST,
                        random.nextBoolean() ? ConsultTerms.Join.ALL : ConsultTerms.Join.FIRST,
                        clock.instant().plus(Duration.ofHours(20)),
                        silences[random.nextInt(silences.length)],
                        "Điều 12"),
                UUID.randomUUID(),
                person);
    }

    private void answered(Random random, Reader person) {
        List<UUID> open = database.sql("""
                        select id from casework.work_item
                        where kind = :kind and unit in (:units) and done_at is null order by id
                        """)
                .param("kind", random.nextBoolean() ? "CONSULT" : "TASK")
                .param("units", List.of(bed.commune.value(), elsewhere.commune.value()))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        if (open.isEmpty()) {
            return;
        }
        UUID item = open.get(random.nextInt(open.size()));
        if (random.nextBoolean()) {
            tasks.done(item, null, person);
        } else {
            Consult.Answer answer = random.nextBoolean() ? Consult.Answer.AGREED : Consult.Answer.OBJECTED;
            consults.answer(item, answer, "Ý kiến", random.nextBoolean() ? person : elsewhere.specialist);
        }
    }

    private void withdrawn(Random random, CaseSummary now, Reader person) {
        List<UUID> open = database.sql("select id from casework.consult where case_file = :id order by id")
                .param("id", now.id().value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        if (!open.isEmpty()) {
            consults.withdraw(now.id(), open.get(random.nextInt(open.size())), person);
        }
    }

    /** How many things a case waits for is what there is to wait for; one that has ended waits for nothing. */
    private long casesThatWaitForSomethingElse() {
        return database.sql("""
                        select count(*)
                        from casework.case_file c
                        where c.competent_unit = :unit and c.blocks <> case when c.closed_at is not null then 0 else
                          (select count(*) from casework.consult q where q.case_file = c.id and q.state = 'OPEN')
                          + (select count(*) from casework.work_item w
                            where w.case_file = c.id and w.kind = 'TASK' and w.done_at is null)
                          + (select count(*) from casework.case_file s
                            where s.parent = c.id and s.parent_relation = 'BLOCKS' and s.closed_at is null) end
                        """)
                .param("unit", bed.commune.value())
                .query(Long.class)
                .single();
    }

    private long itemsOpenInClosedCases() {
        return database.sql("""
                        select count(*) from casework.work_item w join casework.case_file c on c.id = w.case_file
                        where c.competent_unit = :unit and c.closed_at is not null and w.done_at is null
                        """)
                .param("unit", bed.commune.value())
                .query(Long.class)
                .single();
    }

    private void countsEqualLists(Reader reader) {
        Map<Inbox.Filter, Long> counts = inbox.counts(reader, InboxFilter.of(Inbox.Filter.ALL, ""));
        for (Inbox.Filter filter : Inbox.Filter.values()) {
            long counted = counts.getOrDefault(filter, -1L);
            assertThat(inbox.list(reader, InboxFilter.of(filter, ""), null, PageRequest.LARGEST, counted)
                            .rows())
                    .as(filter.name())
                    .hasSize((int) Math.min(counted, PageRequest.LARGEST));
        }
        assertThat(counts.get(Inbox.Filter.ALL)).isEqualTo(inbox.count(reader));
    }

    private Map<String, Long> observed(Measure measure) {
        Map<String, Long> sums = new HashMap<>();
        for (Observations.Row row :
                measure.observe(new DayRange(today().minusDays(60), today())).rows()) {
            if (row.unit().equals(bed.commune)) {
                sums.merge(
                        String.join(" ", row.component(), row.day().toString(), row.breakdown(), row.member()),
                        row.amount(),
                        Long::sum);
            }
        }
        return sums;
    }

    private Map<String, Long> facts(Measure measure) {
        Map<String, Long> sums = new HashMap<>();
        database.sql("""
                        select component, day, breakdown, member, sum(amount) as amount
                        from (
                          select component, day, breakdown, member, amount from indicator.delta
                          where measure = :measure and unit = :unit
                          union all
                          select component, day, breakdown, member, amount from indicator.cell
                          where measure = :measure and unit = :unit) f
                        group by component, day, breakdown, member
                        """)
                .param("measure", measure.code().value())
                .param("unit", bed.commune.value())
                .query(row -> {
                    sums.put(
                            String.join(
                                    " ",
                                    row.getString("component"),
                                    row.getDate("day").toString(),
                                    row.getString("breakdown"),
                                    row.getString("member")),
                            row.getLong("amount"));
                });
        return sums;
    }

    private List<Measure> measures() {
        return measures.stream()
                .filter(each -> each.code().value().startsWith("casework/"))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
