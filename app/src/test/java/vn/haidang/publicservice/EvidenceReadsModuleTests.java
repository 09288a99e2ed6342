package vn.haidang.publicservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.ModuleTest;
import vn.haidang.casework.CaseAccess;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.EvidencePage;
import vn.haidang.indicator.EvidenceWalk;
import vn.haidang.indicator.Ground;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.Tier;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;

/** A page of the records behind a number reads what it shows, however many there are; together the pages are the number. */
@ModuleTest
@Import(Applicant.class)
class EvidenceReadsModuleTests {

    private static final int PAGE = 5;
    private static final List<String> MEASURES =
            List.of("publicservice/papers", "publicservice/reception", "publicservice/asked-again");
    private static final Pattern FIELDS = Pattern.compile("– (\\d+)/(\\d+)");

    private final Applicant people;
    private final ApplicationContext beans;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LocalDate last;
    private final UnitId one;
    private final UnitId other;
    private Reader resident;
    private Reader officer;
    private Reader auditor;
    private ManyDossiers dossiers;

    EvidenceReadsModuleTests(Applicant people, ApplicationContext beans, Units units, Clock clock) {
        this.people = people;
        this.beans = beans;
        this.jdbc = beans.getBean(JdbcClient.class);
        this.transaction = beans.getBean(TransactionTemplate.class);
        this.last = LocalDate.now(clock);
        this.one = people.commune();
        this.other = units.ofTier(Tier.COMMUNE, last).getLast().id();
    }

    @BeforeEach
    void somebodyHandsIn() {
        resident = people.resident("Phạm Thị Trang");
        officer = people.officer("Phạm Thị Xem", Role.ONE_STOP_OFFICER);
        auditor = people.officer("Phạm Thị Soát", Role.AUDITOR);
        var model = people.submitted("1.001193", resident, Device.PHONE);
        dossiers = new ManyDossiers(model, one, other, last, jdbc);
    }

    @Test
    void aPageReadsNoMoreBecauseThereIsMoreBehindIt() {
        takenBack(() -> {
            // small tables are read whole all the same: what is asked is whether the statement lets an index be used
            jdbc.sql("""
                    set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_hashjoin = off;
                    set local enable_mergejoin = off; set local enable_hashagg = off; set local jit = off
                    """).update();
            dossiers.make(240);
            var few = MEASURES.stream().map(this::read).toList();
            dossiers.make(241, 1680);
            for (var number = 0; number < few.size(); number++) {
                assertThat(read(MEASURES.get(number)))
                        .as("%s of eight times as many, after %s", MEASURES.get(number), few)
                        .isLessThan(2 * few.get(number));
            }
        });
    }

    @Test
    void thePagesTogetherAreTheNumber() {
        takenBack(() -> {
            dossiers.make(300);
            for (var component : List.of("all", "on-paper", "digitised", "replaced")) {
                assertThat(walk("papers", component, null, auditor))
                        .as(component)
                        .hasSize((int) observed("papers", component));
            }
            for (var channel : List.of("counter", "post")) {
                assertThat(walk("reception", "helped", channel, auditor)).hasSize(receptions(channel));
            }
            assertThat(walk("asked-again", "again", null, auditor))
                    .extracting(row -> FIELDS.splitWithDelimiters(row.label(), 2)[0].strip())
                    .containsExactlyElementsOf(asked());
            for (var reader : List.of(auditor, officer, resident, people.resident("Người Lạ"))) {
                var rows = walk("asked-again", "again", null, reader);
                assertThat(sum(rows, 1)).isEqualTo(observed("asked-again", "again"));
                assertThat(sum(rows, 2)).isEqualTo(observed("asked-again", "known"));
            }
        });
    }

    @Test
    void eachSeesWhatTheyMaySeeAndNothingElse() {
        takenBack(() -> {
            dossiers.make(300);
            for (var reader : List.of(auditor, officer, resident, people.resident("Người Lạ"))) {
                for (var at : List.of(List.of(one, other), List.of(one), List.of(other))) {
                    assertThat(EvidenceWalk.all(
                                    50, page -> measure("papers").evidence(ground(at), days(), null, page, reader)))
                            .as("at " + at)
                            .extracting(Evidence.Row::label)
                            .containsExactlyElementsOf(seen(reader, at));
                }
            }
            assertThat(EvidenceWalk.all(
                            50,
                            page -> measure("reception").evidence(ground(List.of(other)), days(), null, page, officer)))
                    .extracting(Evidence.Row::label)
                    .containsExactlyElementsOf(between());
        });
    }

    private void takenBack(Runnable work) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    /** Rows of tables and entries of indexes that the second page took. */
    private long read(String measure) {
        var first = EvidencePage.first(PAGE);
        var start = page(measure, first);
        long before = read();
        assertThat(page(measure, first.after(Objects.requireNonNull(start.older())))
                        .rows())
                .hasSize(PAGE);
        return read() - before;
    }

    private Evidence page(String measure, EvidencePage page) {
        return measure(measure.substring(measure.indexOf('/') + 1))
                .evidence(ground(List.of(one, other)), days(), null, page, auditor);
    }

    /** In this transaction. */
    private long read() {
        return jdbc.sql("""
                        select coalesce(sum(pg_stat_get_xact_tuples_returned(c.oid)), 0)
                        from pg_class c
                        where c.relnamespace in (cast('publicservice' as regnamespace), cast('casework' as regnamespace))
                        """).query(Long.class).single();
    }

    private List<Evidence.Row> walk(String measure, String component, @Nullable String breakdown, Reader reader) {
        return EvidenceWalk.all(
                50,
                page -> measure(measure)
                        .behind(component, ground(List.of(one, other)), days(), breakdown, page, reader));
    }

    private long observed(String measure, String component) {
        return measure(measure).observe(days()).rows().stream()
                .filter(row -> row.component().equals(component))
                .filter(row -> row.unit().equals(one) || row.unit().equals(other))
                .mapToLong(row -> row.amount())
                .sum();
    }

    private static long sum(List<Evidence.Row> rows, int part) {
        return rows.stream()
                .mapToLong(row -> {
                    var fields = FIELDS.matcher(row.label());
                    assertThat(fields.find()).as(row.label()).isTrue();
                    return Long.parseLong(fields.group(part));
                })
                .sum();
    }

    private int receptions(String channel) {
        return counted("""
                from publicservice.reception r
                where r.channel = :channel and r.finished_on between :first and :last
                  and (r.help_unit in (:units) or r.receiving_unit in (:units) or r.competent_unit in (:units))
                """, List.of(one, other), channel);
    }

    /** In which both have a part: the whole period at once. */
    private List<String> between() {
        return jdbc.sql("""
                        select a.dossier_code
                        from publicservice.reception r
                          join publicservice.application a on a.id = r.application
                        where r.finished_on between :first and :last and :one in (r.help_unit, r.receiving_unit, r.competent_unit)
                          and :other in (r.help_unit, r.receiving_unit, r.competent_unit)
                        order by r.finished_on desc, r.application desc
                        """)
                .param("one", one.value())
                .param("other", other.value())
                .param("first", days().first())
                .param("last", days().last())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** As the one predicate has it: the whole period at once. */
    private List<String> seen(Reader reader, List<UnitId> at) {
        CaseAccess.Condition seen = beans.getBean(CaseAccess.class).to(reader, "a.case_id");
        return jdbc.sql("""
                        select concat_ws(' – ', a.dossier_code, p.name)
                        from publicservice.application a
                          left join publicservice.reception r on r.application = a.id
                          cross join lateral (
                            select c.part, c.name from publicservice.component c where c.reception = r.id and c.original <> 'absent'
                            union
                            select f.field, null from publicservice.application_file f
                            where r.id is null and f.application = a.id and f.round = 0) p
                        where a.submitted_on between :first and :last and coalesce(r.receiving_unit, a.unit) in (:units) and\
                        """ + " " + seen.sql() + " order by a.submitted_on desc, a.id desc, p.part desc")
                .params(seen.parameters())
                .param("units", at.stream().map(UnitId::value).toList())
                .param("first", days().first())
                .param("last", days().last())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Those asked again first: the whole period at once. */
    private List<String> asked() {
        return jdbc.sql("""
                        select p.dossier_code
                        from publicservice.asked a
                          join publicservice.application p on p.id = a.application
                        where a.known > 0 and a.day between :first and :last and a.unit in (:units)
                        order by cardinality(a.again) > 0 desc, a.day desc, a.unit desc, a.service_code desc, p.form desc,
                          p.form_version desc, p.dossier_code desc
                        """)
                .param("units", List.of(one.value(), other.value()))
                .param("first", days().first())
                .param("last", days().last())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private int counted(String from, List<UnitId> at, @Nullable String channel) {
        return jdbc.sql("select count(*) " + from)
                .param("units", at.stream().map(UnitId::value).toList())
                .param("channel", channel)
                .param("first", days().first())
                .param("last", days().last())
                .query(Integer.class)
                .single();
    }

    private Measure measure(String name) {
        return beans.getBeansOfType(Measure.class).values().stream()
                .filter(each -> each.code().value().equals("publicservice/" + name))
                .findFirst()
                .orElseThrow();
    }

    private static Ground ground(List<UnitId> units) {
        return new Ground(
                units.stream().map(unit -> new Ground.Plot(unit, null, null)).toList());
    }

    private DayRange days() {
        return new DayRange(last.minusDays(600), last);
    }
}
