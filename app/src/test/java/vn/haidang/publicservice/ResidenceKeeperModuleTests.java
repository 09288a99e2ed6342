package vn.haidang.publicservice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.casework.Cases;
import vn.haidang.casework.internal.UnitMoves;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.internal.once.CorrectionCases;
import vn.haidang.publicservice.internal.once.CorrectionRows;
import vn.haidang.registry.Corrections;
import vn.haidang.registry.Keeping;

/** Who keeps the residence of people whose commune ended: what it went into whole; else a person says who, and nobody invents it. */
@ModuleTest
@Import(Applicant.class)
class ResidenceKeeperModuleTests {

    private static final String RESIDENCE = "person.residence";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Applicant people;
    private final Corrections corrections;
    private final CorrectionCases asking;
    private final CorrectionRows rows;
    private final ApplicationContext beans;
    private final JdbcClient jdbc;

    ResidenceKeeperModuleTests(Applicant people, ApplicationContext beans) {
        this.people = people;
        this.beans = beans;
        this.corrections = beans.getBean(Corrections.class);
        this.asking = beans.getBean(CorrectionCases.class);
        this.rows = beans.getBean(CorrectionRows.class);
        this.jdbc = beans.getBean(JdbcClient.class);
    }

    @Test
    void theCommuneItWentIntoWholeTakesOverAndDecides() {
        UnitId former = ended("count(*) = 1 and bool_and(t.whole)");
        UnitId now = today(former);
        Reader reader = livesIn("Vu Thi Hop", former);

        Keeping keeping = keeping(reader);
        assertThat(keeping.unit()).isEqualTo(now);
        assertThat(keeping.former()).isEqualTo(former);
        assertThat(keeping.follows(now.value().toString()))
                .as("what it became is no mistake in the record")
                .isTrue();
        assertThat(keeping.follows(people.commune().value().toString())).isEqualTo(now.equals(people.commune()));

        ask(reader, keeping, former);
        var correction = rows.mine(reader).getFirst().correction();
        assertThat(correction.unit()).isEqualTo(now);
        assertThat(beans.getBean(Cases.class)
                        .of(CorrectionCases.SUBJECT, correction.id())
                        .orElseThrow()
                        .competentUnit())
                .isEqualTo(now);
    }

    @Test
    void whereItWasDividedOrNothingIsEstablishedAPersonSaysWhoTakesIt() {
        UnitId divided = ended("count(*) > 1 and not bool_and(t.whole)");
        Reader reader = livesIn("Vu Thi Chia", divided);

        Keeping keeping = keeping(reader);
        assertThat(keeping.unit()).as("never invented").isNull();
        assertThat(keeping.former()).isEqualTo(divided);
        assertThat(keeping.follows(people.commune().value().toString())).isTrue();

        ask(reader, keeping, divided);
        var correction = rows.mine(reader).getFirst().correction();
        Reader administrator = people.officer("Administrator", Role.ADMINISTRATOR);
        var waits = beans.getBean(UnitMoves.class).stranded(administrator).stream()
                .filter(each -> each.id().equals(correction.caseId()))
                .findFirst()
                .orElseThrow();
        assertThat(waits.unit().id()).isEqualTo(divided);
        assertThat(waits.candidates()).hasSizeGreaterThan(1);
        UnitId taker = waits.candidates().getFirst().id();
        beans.getBean(UnitMoves.class).sort(correction.caseId(), divided, taker, administrator);
        assertThat(beans.getBean(Cases.class)
                        .of(CorrectionCases.SUBJECT, correction.id())
                        .orElseThrow()
                        .competentUnit())
                .isEqualTo(taker);
    }

    @Test
    void aCommuneThatIsThereKeepsWhatItKept() {
        Keeping keeping = keeping(people.resident("Vu Thi Con"));
        assertThat(keeping.unit()).isEqualTo(people.commune());
        assertThat(keeping.former()).isNull();
        assertThat(keeping.follows(people.commune().value().toString())).isFalse();
    }

    private void ask(Reader reader, Keeping keeping, UnitId known) {
        asking.askAlone(
                keeping,
                new CorrectionCases.Wanted(
                        UUID.randomUUID(),
                        known.value().toString(),
                        "population",
                        TODAY,
                        people.commune().value().toString(),
                        null,
                        null,
                        people.commune()),
                reader);
    }

    private Keeping keeping(Reader reader) {
        return requireNonNull(corrections.keepers(reader).get(RESIDENCE));
    }

    private Reader livesIn(String name, UnitId unit) {
        Reader reader = people.resident(name);
        jdbc.sql("update registry.address set unit = :unit where person = :person")
                .param("unit", unit.value())
                .param("person", requireNonNull(reader.person()).value())
                .update();
        return reader;
    }

    /** A commune that ended, by what became of it; never one that became the commune of these tests. */
    private UnitId ended(String became) {
        return new UnitId(jdbc.sql("""
                        select u.id from organization.unit u join organization.pub_today t on t.unit = u.id
                        where u.tier = 'COMMUNE' and upper(u.valid) <= '2026-03-02'
                        group by u.id
                        having\s""" + became + """
                         and not (:commune = any (array_agg(t.today)))
                        order by u.id limit 1
                        """)
                .param("commune", people.commune().value())
                .query(UUID.class)
                .single());
    }

    private UnitId today(UnitId former) {
        return new UnitId(jdbc.sql("select today from organization.pub_today where unit = :unit")
                .param("unit", former.value())
                .query(UUID.class)
                .single());
    }
}
