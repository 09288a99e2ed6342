package vn.haidang.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.AfterTransaction;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.ModuleTest;
import vn.haidang.journal.Actor;
import vn.haidang.organization.internal.UnitTrees;
import vn.haidang.reference.ReferenceData;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.ProblemException;

/** Everything is rolled back: the units belong to all tests. */
@ModuleTest
@Transactional
class ReformsModuleTests {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);
    private static final LocalDate LATER = LocalDate.of(2026, 5, 1);
    private static final Actor ADMINISTRATOR = Actor.account(UUID.fromString("00000000-0000-7000-8000-000000000001"));
    private static final Reform.Paper PAPER =
            new Reform.Paper("9/NQ-HĐND", "Hội đồng", "Sắp xếp thử", DAY, "Công báo thử");
    private static final UnitId CITY = UnitId.ofKey("city-31");
    private static final UnitId FIRST = UnitId.ofKey("commune-11311-c");
    private static final UnitId SECOND = UnitId.ofKey("commune-11602-c");
    private static final UnitId THIRD = UnitId.ofKey("commune-11329-c");

    private final Units units;
    private final Reforms reforms;
    private final UnitTrees trees;
    private final ReferenceData referenceData;
    private final JdbcClient jdbc;

    ReformsModuleTests(Units units, Reforms reforms, UnitTrees trees, ReferenceData referenceData, JdbcClient jdbc) {
        this.units = units;
        this.reforms = reforms;
        this.trees = trees;
        this.referenceData = referenceData;
        this.jdbc = jdbc;
    }

    @AfterTransaction
    void forgetWhatWasRolledBack() {
        trees.forget();
    }

    @Test
    void aFoundedUnitLivesFromItsDayOnUnderItsCode() {
        declare(Reform.founding(DAY, PAPER, commune("commune-99001-2026", "99001")));

        assertThat(units.ofTier(Tier.COMMUNE, DAY.minusDays(1))).hasSize(114);
        assertThat(units.ofTier(Tier.COMMUNE, DAY)).hasSize(115);
        assertThat(units.byCode("gso", "99001", DAY)).get().returns("commune-99001-2026", Unit::key);
        assertThat(units.path(UnitId.ofKey("commune-99001-2026"), DAY))
                .extracting(Unit::key)
                .containsExactly("city-31", "commune-99001-2026");
    }

    @Test
    void theSameDeclarationTwiceIsOneAndJournaledOnce() {
        var id = new ReformId(UUID.randomUUID());
        var reform = Reform.founding(DAY, PAPER, commune("commune-99001-2026", "99001"));

        reforms.declare(id, reform, ADMINISTRATOR);
        reforms.declare(id, reform, ADMINISTRATOR);

        assertThat(jdbc.sql("""
                        select count(*) from journal.entry e
                        where e.verb = 'organization/reform-declared' and e.subject_ids @> array[:id]::uuid[]
                        """).param("id", id.value()).query(Integer.class).single())
                .isOne();
        assertThat(reforms.declared())
                .extracting(DeclaredReform::id, DeclaredReform::founded, DeclaredReform::ended)
                .contains(tuple(id, 1, 0));
    }

    @Test
    void aRenamedUnitStaysTheSameAndKeepsItsNameBefore() {
        declare(Reform.renaming(DAY, PAPER, new Reform.Renaming(FIRST, "Phường Thử", "Thử Ward", "ward")));
        declare(Reform.renaming(
                DAY.plusDays(9), PAPER, new Reform.Renaming(FIRST, "Đặc khu Thử", "Thử Zone", "special-zone")));

        assertThat(units.named(FIRST, DAY.minusDays(1)).name()).isEqualTo("Phường Hồng Bàng");
        assertThat(units.named(FIRST, DAY).name()).isEqualTo("Phường Thử");
        assertThat(units.get(FIRST)).returns("Đặc khu Thử", Unit::name).returns("special-zone", Unit::kind);
        assertThat(units.search("hong bang", DAY.plusYears(1), 3).getFirst())
                .returns(FIRST, hit -> hit.unit().id())
                .returns(UnitHit.By.FORMER_NAME, UnitHit::by);
        assertThat(units.successors(FIRST)).isEmpty();
    }

    @Test
    void aNameThatBeginsLaterIsNotShownBefore() {
        declare(Reform.renaming(LATER, PAPER, new Reform.Renaming(FIRST, "Phường Thử", "Thử Ward", "ward")));

        assertThat(units.get(FIRST).name()).isEqualTo("Phường Hồng Bàng");
        assertThat(units.named(FIRST, LATER).name()).isEqualTo("Phường Thử");
    }

    @Test
    void mergedUnitsEndAndTheirSuccessorMayTakeOverACode() {
        merge();

        var merged = UnitId.ofKey("commune-11311-2026");
        assertThat(units.ofTier(Tier.COMMUNE, DAY)).hasSize(113);
        assertThat(units.get(FIRST).validTo()).isEqualTo(DAY);
        assertThat(units.byCode("gso", "11311", DAY.minusDays(1))).get().returns(FIRST, Unit::id);
        assertThat(units.byCode("gso", "11311", DAY)).get().returns(merged, Unit::id);
        assertThat(units.byCode("gso", "11602", DAY)).isEmpty();
        assertThat(units.continuedBy(SECOND, DAY)).containsExactly(new Continuation(units.get(merged), true));
        assertThat(units.comparableWith(FIRST)).extracting(Unit::id).contains(SECOND, merged);
        assertThat(units.successors(FIRST))
                .singleElement()
                .satisfies(step -> assertThat(units.document(String.valueOf(step.document())))
                        .get()
                        .returns("9/NQ-HĐND", LegalDocument::symbol));
        assertThat(share(SECOND, merged)).isEqualByComparingTo("1");
    }

    @Test
    void referenceDataLoadedAgainDoNotUndoWhatWasDeclared() {
        merge();
        declare(Reform.renaming(DAY, PAPER, new Reform.Renaming(THIRD, "Phường Thử", "Thử Ward", "ward")));

        jdbc.sql("delete from reference.loaded where table_name like 'organization/%'")
                .update();
        referenceData.load();
        trees.forget();

        assertThat(units.ofTier(Tier.COMMUNE, DAY)).hasSize(113);
        assertThat(units.byCode("gso", "11311", DAY)).get().returns("commune-11311-2026", Unit::key);
        assertThat(units.get(THIRD).name()).isEqualTo("Phường Thử");
    }

    @Test
    void aChangeThatHasNotBegunCanBeTakenBackWithoutTrace() {
        var before = everything();
        var id = new ReformId(UUID.randomUUID());
        var into = commune("commune-11311-2026", "11311");
        reforms.declare(
                id,
                new Reform(
                        LATER,
                        PAPER,
                        List.of(into),
                        List.of(new Reform.Renaming(THIRD, "Phường Thử", "Thử Ward", "ward")),
                        List.of(),
                        Reform.merging(LATER, PAPER, List.of(FIRST, SECOND), into.id(), Optional.of(into))
                                .steps()),
                ADMINISTRATOR);
        assertThat(everything()).isNotEqualTo(before);

        reforms.withdraw(id, ADMINISTRATOR);

        assertThat(everything()).isEqualTo(before);
        assertThatThrownBy(() -> reforms.withdraw(id, ADMINISTRATOR)).hasMessage("organization/no-such-reform");
    }

    @Test
    void aChangeThatHasBegunIsNotTakenBack() {
        var id = new ReformId(UUID.randomUUID());
        reforms.declare(id, Reform.founding(DAY, PAPER, commune("commune-99001-2026", "99001")), ADMINISTRATOR);

        assertThatThrownBy(() -> reforms.withdraw(id, ADMINISTRATOR)).hasMessage("organization/reform-begun");
    }

    @Test
    void aPartIsDividedOnlyByDeclaredWeights() {
        var other = commune("commune-99002-2026", "99002");
        declare(Reform.splitting(DAY, PAPER, FIRST, List.of(other.id(), SECOND), List.of(other)));
        assertThat(share(FIRST, SECOND)).isNull();

        reforms.weigh(weighting("0.3", "0.7"), ADMINISTRATOR);

        assertThat(share(FIRST, SECOND)).isEqualByComparingTo("0.7");
        assertThat(share(FIRST, other.id())).isEqualByComparingTo("0.3");
        assertThat(reforms.objections(weighting("0.3", "0.6")))
                .extracting(FieldError::messageKey)
                .containsExactly("organization.weights.not-whole");
        assertThatThrownBy(() -> reforms.weigh(weighting("0.3", "0.6"), ADMINISTRATOR))
                .isInstanceOf(ProblemException.class);
        var foreign = new Weighting(FIRST, Map.of(SECOND, BigDecimal.ONE), "population", "x");
        assertThat(reforms.objections(foreign))
                .extracting(FieldError::messageKey)
                .containsExactly("organization.weights.not-the-parts");
    }

    @Test
    void aSuccessorThatWasNotEstablishedIsEstablishedByAPaper() {
        var town = UnitId.ofKey("commune-11581-a");
        var ward = UnitId.ofKey("commune-11581-b");
        var end = LocalDate.of(2025, 1, 1);
        assertThat(units.continuedBy(town, DAY)).isEmpty();

        declare(Reform.merging(end, PAPER, List.of(town), ward, Optional.empty()));

        assertThat(units.successors(town)).singleElement().returns(Extent.WHOLE, Succession::extent);
        assertThat(units.continuedBy(town, DAY)).isNotEmpty();
        var again = Reform.merging(end, PAPER, List.of(town), ward, Optional.empty());
        assertThat(objections(again)).containsExactly("organization.reform.established");
        jdbc.sql("delete from reference.loaded where table_name like 'organization/%'")
                .update();
        referenceData.load();
        trees.forget();
        assertThat(units.successors(town)).singleElement().returns(Extent.WHOLE, Succession::extent);
    }

    @Test
    void saysEverythingThatSpeaksAgainstAChange() {
        var fine = commune("commune-99001-2026", "99001");
        assertThat(objections(Reform.founding(DAY, PAPER, fine))).isEmpty();
        assertThat(objections(Reform.founding(LocalDate.of(1990, 1, 1), PAPER, fine)))
                .contains("organization.reform.before-all");
        assertThat(objections(Reform.founding(DAY, new Reform.Paper("", "", " ", null, ""), fine)))
                .containsExactly("organization.reform.empty.paper", "organization.reform.empty.source");
        assertThat(objections(Reform.founding(DAY, PAPER, commune("Có Dấu", "99001"))))
                .containsExactly("organization.reform.bad-key");
        assertThat(objections(Reform.founding(DAY, PAPER, commune("commune-11311-c", "99001"))))
                .containsExactly("organization.reform.key-known");
        assertThat(objections(Reform.founding(DAY, PAPER, commune("commune-99001-2026", "11311"))))
                .containsExactly("organization.reform.code-taken");
        assertThat(objections(Reform.renaming(
                        DAY, PAPER, new Reform.Renaming(FIRST, "Phường Hồng Bàng", "Hồng Bàng Ward", "ward"))))
                .containsExactly("organization.reform.same-name");
        assertThat(objections(Reform.merging(DAY, PAPER, List.of(FIRST), FIRST, Optional.empty())))
                .contains("organization.reform.successor-not-living");
        assertThat(objections(
                        Reform.merging(DAY, PAPER, List.of(FIRST), UnitId.ofKey("district-303"), Optional.empty())))
                .containsExactly("organization.reform.successor-not-living");
        assertThat(objections(Reform.merging(DAY, PAPER, List.of(CITY), FIRST, Optional.empty())))
                .contains("organization.reform.city", "organization.reform.leaves-behind");
        assertThat(objections(
                        Reform.merging(LocalDate.of(2025, 7, 1), PAPER, List.of(FIRST), SECOND, Optional.empty())))
                .containsExactly("organization.reform.not-living");
        assertThat(objections(new Reform(
                        DAY,
                        PAPER,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(
                                new Reform.Step(FIRST, SECOND, "merged", Extent.WHOLE),
                                new Reform.Step(FIRST, THIRD, "split", Extent.PART)))))
                .containsExactly("organization.reform.whole-and-more");
        assertThat(objections(
                        new Reform(DAY, PAPER, List.of(), List.of(), List.of(new Reform.Move(CITY, FIRST)), List.of())))
                .containsExactly("organization.reform.circle");
        assertThat(objections(new Reform(DAY, PAPER, List.of(), List.of(), List.of(), List.of())))
                .containsExactly("organization.reform.nothing");
        assertThatThrownBy(() -> reforms.declare(
                        new ReformId(UUID.randomUUID()),
                        new Reform(DAY, PAPER, List.of(), List.of(), List.of(), List.of()),
                        ADMINISTRATOR))
                .hasMessage("organization/reform-refused");
    }

    private void merge() {
        var into = commune("commune-11311-2026", "11311");
        declare(Reform.merging(DAY, PAPER, List.of(FIRST, SECOND), into.id(), Optional.of(into)));
    }

    private void declare(Reform reform) {
        reforms.declare(new ReformId(UUID.randomUUID()), reform, ADMINISTRATOR);
        trees.forget();
    }

    private List<String> objections(Reform reform) {
        return reforms.objections(reform).stream().map(FieldError::messageKey).toList();
    }

    private static Weighting weighting(String other, String second) {
        return new Weighting(
                FIRST,
                Map.of(UnitId.ofKey("commune-99002-2026"), new BigDecimal(other), SECOND, new BigDecimal(second)),
                "population",
                "Niên giám thử");
    }

    private static Reform.NewUnit commune(String key, String code) {
        return new Reform.NewUnit(key, "Xã Thử Nghiệm", "Thử Nghiệm Commune", "commune", CITY, code);
    }

    private BigDecimal share(UnitId unit, UnitId today) {
        return jdbc.sql("select s.share from organization.pub_share s where s.unit = :unit and s.today = :today")
                .param("unit", unit.value())
                .param("today", today.value())
                .query((row, number) -> row.getBigDecimal("share"))
                .list()
                .getFirst();
    }

    private List<String> everything() {
        return List.of(
                        "unit",
                        "unit_name",
                        "unit_stood",
                        "unit_code",
                        "succession",
                        "descendant",
                        "continuation",
                        "comparable")
                .stream()
                .flatMap(
                        table -> jdbc
                                .sql("select t::text from organization." + table + " t order by 1")
                                .query(String.class)
                                .list()
                                .stream())
                .toList();
    }
}
