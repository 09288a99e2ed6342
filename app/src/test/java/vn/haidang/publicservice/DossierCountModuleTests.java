package vn.haidang.publicservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.CommuneDesk;
import vn.haidang.casework.NextAct;
import vn.haidang.casework.internal.UnitMoves;
import vn.haidang.form.DraftId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.EvidenceWalk;
import vn.haidang.indicator.Indicators;
import vn.haidang.indicator.Indicators.Figure;
import vn.haidang.indicator.Indicators.Question;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.UnitScope;
import vn.haidang.indicator.UnitScope.Tree;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;

/** The figures of dossiers equal their records through random histories, and what came in is what went out and what is there. */
@ModuleTest
@Import(Applicant.class)
class DossierCountModuleTests {

    private static final MeasureCode CODE = new MeasureCode("publicservice/dossiers");
    private static final String BIRTH = "1.001193";
    private static final UnitId ENDED = UnitId.ofKey("commune-11302-b");
    private static final UnitId SUCCESSOR = UnitId.ofKey("commune-11311-c");

    private final Applications applications;
    private final Applicant people;
    private final Cases cases;
    private final UnitMoves moves;
    private final Indicators indicators;
    private final More more;

    /** The rest of what these tests ask. */
    record More(Units units, MovableClock clock, JdbcClient jdbc, Measure measure, TransactionTemplate transaction) {}

    DossierCountModuleTests(
            Applications applications,
            Applicant people,
            Cases cases,
            UnitMoves moves,
            Indicators indicators,
            Units units,
            MovableClock clock,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.applications = applications;
        this.people = people;
        this.cases = cases;
        this.moves = moves;
        this.indicators = indicators;
        this.more = new More(units, clock, jdbc, indicators.definition(CODE), transaction);
    }

    /** opencps-v2#1068: what was carried over, came in, was done and is late does not add up. */
    @Tag("long")
    @Test
    void opencpsV2Issue1068AgreesWithTheRecordsAndBalancesAtEveryUnitThroughRandomHistories() {
        Random random = new Random(766);
        Reader reader = people.resident("Vũ Thị Hạnh");
        List<ApplicationId> dossiers = new ArrayList<>();
        LocalDate first = today();
        Map<String, Long> factsBefore = facts();
        Map<String, Long> observedBefore = observed();
        for (int day = 0; day < 12; day++) {
            if (dossiers.size() < 9) {
                dossiers.add(submitted(reader, random.nextBoolean() ? ENDED : people.commune()));
            }
            dossiers.forEach(id -> step(id, reader, random));
            if (day == 9) {
                ApplicationId answered = askedTwice(reader);
                cases.supplemented(theCase(answered).id(), reader.actor());
                decided(answered);
                askedTwice(reader);
            }
            if (day % 4 == 3) {
                moves.follow();
            }
            more.clock().moveBy(Duration.ofHours(20 + random.nextInt(8)));
        }
        LocalDate last = today();

        assertThat(since(factsBefore, facts())).isNotEmpty().isEqualTo(since(observedBefore, observed()));
        UnitId city = more.units().city(last).id();
        for (UnitId unit : List.of(city, people.commune(), ENDED, SUCCESSOR)) {
            for (LocalDate from = first; !from.isAfter(last); from = from.plusDays(3)) {
                balances(unit, new DayRange(from, from.plusDays(random.nextInt(9))));
            }
        }
        for (UnitId unit : List.of(city, people.commune(), ENDED, SUCCESSOR)) {
            opensToAsManyDossiers(unit, new DayRange(first, last));
            opensToAsManyDossiers(unit, new DayRange(first.plusDays(2), first.plusDays(7)));
        }
        Figure whole = figure(city, new DayRange(first, last));
        Figure ended = figure(ENDED, new DayRange(first, last));
        assertThat(whole.component("done-asked-again"))
                .as("late for the portal only")
                .isPositive();
        assertThat(whole.component("open-asked-again")).isPositive();
        assertThat(ended.component("handed-over")).isPositive();
        assertThat(ended.component("open")).isZero();
        assertThat(whole.component("handed-over")).isEqualTo(whole.component("taken-over"));
    }

    /**
     * demarche.numerique.gouv.fr#4690: nine months are told where the truth is a month, since old files wait for their applicants. Here
     * two that waited so move neither the usual time nor the day that the next applicant is promised.
     */
    @Test
    void demarches4690FilesThatWaitedForTheirApplicantsDoNotLengthenTheUsualTime() {
        Instant before = more.clock().instant();
        more.clock().returnTo(Instant.parse("2026-03-02T02:00:00Z"));
        UnitId unit = CommuneDesk.untouched(more.jdbc(), false);
        Reader reader = people.resident("Đinh Văn Lâu");
        try {
            long promised = promised(submitted(reader, unit), reader);
            List<ApplicationId> waited = List.of(submitted(reader, unit), submitted(reader, unit));
            waited.forEach(id -> act(id, "ask-supplement"));
            more.clock().moveBy(Duration.ofDays(140));
            List<ApplicationId> quick =
                    Stream.generate(() -> submitted(reader, unit)).limit(5).toList();
            waited.forEach(id -> cases.supplemented(theCase(id).id(), reader.actor()));
            more.clock().moveBy(Duration.ofHours(2));
            Stream.concat(waited.stream(), quick.stream()).forEach(this::decided);

            DayRange days = new DayRange(today(), today());
            Figure usual = indicators
                    .read(List.of(new Question(
                            "figure",
                            new MeasureCode("casework/turnaround"),
                            new UnitScope(unit, null, Tree.AS_IT_WAS),
                            days,
                            null,
                            null)))
                    .getFirst();
            assertThat(usual.component("closed")).isEqualTo(7);
            assertThat(usual.component("median-days")).isZero();
            assertThat(promised(submitted(reader, unit), reader)).isEqualTo(promised);
        } finally {
            more.clock().returnTo(before);
        }
    }

    @Test
    void tellsEachFieldAndChannelApartInOneStatement() {
        Reader reader = people.resident("Ngô Thị Lan");
        submitted(reader, people.commune());
        LocalDate day = today();
        Question question = question(people.commune(), new DayRange(day, day.plusDays(9)), null);

        Map<String, Figure> members = indicators.byMember(List.of(question)).getFirst();

        assertThat(members).containsKey("Hộ tịch|ONLINE");
        assertThat(members.values().stream()
                        .mapToLong(each -> each.component("received"))
                        .sum())
                .isEqualTo(indicators.read(List.of(question)).getFirst().component("received"));
        assertThat(indicators
                        .read(List.of(question(people.commune(), new DayRange(day, day.plusDays(9)), "Hộ tịch|")))
                        .getFirst()
                        .component("received"))
                .isEqualTo(members.entrySet().stream()
                        .filter(each -> each.getKey().startsWith("Hộ tịch|"))
                        .mapToLong(each -> each.getValue().component("received"))
                        .sum());
    }

    /** What came in; tests of other modules close cases of ours where nobody listens who would count it. */
    private static Map<String, Long> since(Map<String, Long> before, Map<String, Long> now) {
        Map<String, Long> grown = new HashMap<>(now);
        before.forEach((fact, amount) -> grown.merge(fact, -amount, Long::sum));
        grown.values().removeIf(amount -> amount == 0);
        return grown;
    }

    /** Whoever may see all sees behind every number as many records as it says. */
    private void opensToAsManyDossiers(UnitId unit, DayRange days) {
        Reader auditor = people.officer("Lê Thị Soát", Role.AUDITOR);
        Figure figure = figure(unit, days);
        for (vn.haidang.indicator.Component component : more.measure().components()) {
            assertThat(EvidenceWalk.all(
                            3,
                            page -> indicators.evidence(question(unit, days, null), component.code(), page, auditor)))
                    .as(component.code() + " of " + unit + " " + days)
                    .hasSize((int) figure.component(component.code()));
        }
    }

    private ApplicationId submitted(Reader reader, UnitId unit) {
        DraftId draft = people.filled(BIRTH, reader);
        more.jdbc()
                .sql("update publicservice.preparation set unit = :unit where draft = :draft")
                .param("unit", unit.value())
                .param("draft", draft.value())
                .update();
        return Objects.requireNonNull(more.transaction().execute(status -> {
            ApplicationId id =
                    applications.submit(new Applications.Submission(draft, UUID.randomUUID(), Device.PHONE, reader));
            if (unit.equals(ENDED)) {
                wasHandedInAtTheEnded(id);
            }
            return id;
        }));
    }

    /** Today it goes to the successor at once; this is work that was there when the unit ended, and was counted there. */
    private void wasHandedInAtTheEnded(ApplicationId id) {
        for (String sql : List.of(
                "update publicservice.application set unit = :ended where id = :id",
                "update casework.case_file set competent_unit = :ended, receiving_unit = :ended where subject_id = :id",
                "update casework.work_item set unit = :ended where case_file = (select c.id from casework.case_file c"
                        + " where c.subject_id = :id)",
                "update indicator.delta set unit = :ended where xmin = pg_current_xact_id()::xid and cast(:id as uuid) is not null")) {
            assertThat(more.jdbc()
                            .sql(sql)
                            .param("ended", ENDED.value())
                            .param("id", id.value())
                            .update())
                    .isPositive();
        }
    }

    private void step(ApplicationId id, Reader reader, Random random) {
        CaseSummary seen = cases.of("publicservice/application", id.value()).orElseThrow();
        String step = seen.step();
        if (step == null) {
            return;
        }
        if (seen.dueAt() == null) {
            cases.supplemented(seen.id(), reader.actor());
            return;
        }
        String outcome = switch (step) {
            case "receive" ->
                List.of("accept", "accept", "ask-supplement", "refuse").get(random.nextInt(4));
            case "appraise" ->
                List.of("propose", "propose", "ask-supplement", "withdraw").get(random.nextInt(4));
            default -> List.of("approve", "return", "withdraw").get(random.nextInt(3));
        };
        if (random.nextInt(3) == 0) {
            return;
        }
        if (outcome.equals("withdraw")) {
            cases.withdraw(seen.id(), reader.actor(), null);
            return;
        }
        act(id, outcome);
    }

    /** Its applicant has not answered the second time. */
    private ApplicationId askedTwice(Reader reader) {
        ApplicationId id = submitted(reader, people.commune());
        act(id, "ask-supplement");
        cases.supplemented(theCase(id).id(), reader.actor());
        act(id, "ask-supplement");
        return id;
    }

    private void decided(ApplicationId id) {
        act(id, "accept");
        act(id, "propose");
        act(id, "approve");
    }

    private void act(ApplicationId id, String outcome) {
        CaseSummary seen = theCase(id);
        String step = String.valueOf(seen.step());
        cases.act(NextAct.of(seen, outcome, "Lý do", everything(step, seen.competentUnit())));
    }

    private CaseSummary theCase(ApplicationId id) {
        return cases.of("publicservice/application", id.value()).orElseThrow();
    }

    /** In days from the one it was received on. */
    private long promised(ApplicationId id, Reader reader) {
        LocalDate received =
                LocalDate.ofInstant(theCase(id).receivedAt(), more.clock().getZone());
        return ChronoUnit.DAYS.between(
                received,
                Objects.requireNonNull(applications.get(id, reader).promise().dueDay()));
    }

    private LocalDate today() {
        return LocalDate.now(more.clock());
    }

    /** Somebody else at each step, as four eyes want it. */
    private static Reader everything(String step, UnitId unit) {
        return new Reader(
                new AccountId(UUID.nameUUIDFromBytes(step.getBytes(StandardCharsets.UTF_8))),
                "Trần Văn Tiếp",
                Set.of(
                        new Reader.Holding(unit, Role.ONE_STOP_OFFICER),
                        new Reader.Holding(unit, Role.SPECIALIST),
                        new Reader.Holding(unit, Role.UNIT_HEAD)));
    }

    /** In all, and for every field and channel by itself. */
    private void balances(UnitId unit, DayRange days) {
        DayRange before = new DayRange(days.first().minusDays(1), days.first().minusDays(1));
        balances(unit + " " + days, figure(unit, before).component("open"), figure(unit, days));
        List<Map<String, Figure>> members =
                indicators.byMember(List.of(question(unit, before, null), question(unit, days, null)));
        Set<String> all = new java.util.HashSet<>(members.getFirst().keySet());
        all.addAll(members.getLast().keySet());
        for (String member : all) {
            Figure carried = members.getFirst().get(member);
            Figure within = members.getLast().get(member);
            balances(
                    member + " of " + unit + " " + days,
                    carried == null ? 0 : carried.component("open"),
                    within == null ? new Figure(question(unit, days, member), Map.of(), false) : within);
        }
    }

    private static void balances(String what, long carriedOver, Figure figure) {
        assertThat(carriedOver + figure.component("received") + figure.component("taken-over"))
                .as(what)
                .isEqualTo(figure.component("done-early")
                        + figure.component("done-on-time")
                        + figure.component("done-late")
                        + figure.component("returned")
                        + figure.component("handed-over")
                        + figure.component("open"));
    }

    private Figure figure(UnitId unit, DayRange days) {
        return indicators.read(List.of(question(unit, days, null))).getFirst();
    }

    private static Question question(UnitId unit, DayRange days, @org.jspecify.annotations.Nullable String member) {
        return new Question("figure", CODE, new UnitScope(unit, null, Tree.AS_IT_WAS), days, null, member);
    }

    private Map<String, Long> observed() {
        Map<String, Long> observed = new HashMap<>();
        more.measure()
                .observe(new DayRange(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1)))
                .rows()
                .forEach(row -> observed.merge(
                        row.component() + " " + row.unit().value() + " " + row.day() + " " + row.breakdown(),
                        row.amount(),
                        Long::sum));
        return observed;
    }

    private Map<String, Long> facts() {
        Map<String, Long> facts = new HashMap<>();
        more.jdbc().sql("""
                        select f.component || ' ' || f.unit || ' ' || f.day || ' ' || f.breakdown as fact, sum(f.amount) as amount
                        from (
                          select component, unit, day, breakdown, amount from indicator.cell where measure = 'publicservice/dossiers'
                          union all
                          select component, unit, day, breakdown, amount from indicator.delta where measure = 'publicservice/dossiers') f
                        group by f.component, f.unit, f.day, f.breakdown
                        having sum(f.amount) <> 0
                        """).query(row -> {
            facts.put(row.getString("fact"), row.getLong("amount"));
        });
        return facts;
    }
}
