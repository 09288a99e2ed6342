package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.internal.SubCaseRows;
import vn.haidang.casework.internal.SubCases;
import vn.haidang.casework.internal.TaskActs;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.ui.ProblemException;
import vn.haidang.worktime.LegalDuration;

/** Cases opened for other cases, and work that has no procedure but its plan. */
@ModuleTest
@Import(CaseTestbed.Issuing.class)
class SubCaseModuleTests {

    private final Cases cases;
    private final SubCases subCases;
    private final TaskActs tasks;
    private final JdbcClient database;
    private final CaseTestbed bed;
    private final CaseTestbed land;

    SubCaseModuleTests(Cases cases, SubCases subCases, TaskActs tasks, MovableClock clock, JdbcClient database) {
        this.cases = cases;
        this.subCases = subCases;
        this.tasks = tasks;
        this.database = database;
        this.bed = new CaseTestbed(cases, clock);
        this.land = new CaseTestbed(cases, clock);
    }

    @Test
    void holdsItsParentUntilItEndsAndHasUnitClockAndCodeOfItsOwn() {
        CaseSummary parent = bed.open();
        CaseSummary child =
                get(subCases.open(beneath(parent, SubCases.Relation.BLOCKS), UUID.randomUUID(), bed.officer));

        assertThat(child.code()).isEqualTo(parent.code() + "/1");
        assertThat(child.competentUnit()).isEqualTo(land.commune);
        assertThat(child.dueAt()).isNotNull().isNotEqualTo(parent.dueAt());
        refused("casework/blocked", () -> bed.take(parent, "accept", bed.officer));
        refused(
                "casework/post-vacant",
                () -> subCases.open(beneath(parent, SubCases.Relation.BLOCKS), UUID.randomUUID(), bed.head));

        CaseSummary done = land.take(child, "done", land.head);

        assertThat(done.outcome()).isEqualTo("done");
        assertThat(blocks(parent)).isZero();
        assertThat(verbs(parent)).containsExactly("opened", "sub-case-opened", "sub-case-ended");
        assertThat(bed.take(parent, "accept", bed.officer).step()).isEqualTo("appraise");
    }

    @Test
    void runsBesideWithoutHoldingAnything() {
        CaseSummary parent = bed.open();
        UUID key = UUID.randomUUID();
        CaseId child = subCases.open(beneath(parent, SubCases.Relation.BESIDE), key, bed.officer);

        assertThat(subCases.open(beneath(parent, SubCases.Relation.BESIDE), key, bed.officer))
                .isEqualTo(child);
        assertThat(bed.take(parent, "accept", bed.officer).step()).isEqualTo("appraise");
        assertThat(subCases.of(parent.id(), bed.officer))
                .singleElement()
                .extracting(SubCaseRows.SubCase::relation, SubCaseRows.SubCase::mayRead)
                .containsExactly(SubCases.Relation.BESIDE, true);
        assertThat(subCases.of(parent.id(), bed.stranger))
                .singleElement()
                .extracting(SubCaseRows.SubCase::mayRead)
                .isEqualTo(false);
    }

    @Test
    void goesOnAloneWhereItsParentIsWithdrawn() {
        CaseSummary parent = bed.open();
        CaseSummary child =
                get(subCases.open(beneath(parent, SubCases.Relation.BLOCKS), UUID.randomUUID(), bed.officer));
        cases.withdraw(parent.id(), bed.resident.actor(), null);

        assertThat(land.take(child, "done", land.head).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(blocks(parent)).isZero();
        refused(
                "casework/closed",
                () -> subCases.open(beneath(parent, SubCases.Relation.BLOCKS), UUID.randomUUID(), bed.officer));
    }

    @Test
    void isATreeOfTasksWhereThereIsNoProcedure() {
        CaseId id = subCases.open(
                new SubCases.NewCase(
                        null,
                        SubCases.Relation.BLOCKS,
                        SubCases.AD_HOC,
                        "Chuẩn bị hội nghị",
                        bed.commune,
                        new LegalDuration.WorkingDays(5),
                        "Kết luận giao ban"),
                UUID.randomUUID(),
                bed.head);
        CaseSummary work = get(id);
        assertThat(work.code()).matches("CV-260302-\\d{4,}|CV-\\d{6}-\\d{4,}");
        UUID whole = task(id, null, "Tài liệu", bed.head);
        UUID part = task(id, whole, "Báo cáo", bed.specialist);

        refused("casework/blocked", () -> bed.take(work, "done", bed.head));
        refused("casework/open-parts", () -> tasks.done(whole, null, bed.specialist));
        tasks.done(part, null, bed.specialist);
        tasks.done(whole, "Xong cả", bed.specialist);

        assertThat(bed.take(work, "done", bed.head).outcome()).isEqualTo("done");
        refused(
                "casework/not-your-unit",
                () -> subCases.open(
                        new SubCases.NewCase(
                                null,
                                SubCases.Relation.BLOCKS,
                                SubCases.AD_HOC,
                                "Việc của người khác",
                                land.commune,
                                new LegalDuration.WorkingDays(5),
                                "Không có"),
                        UUID.randomUUID(),
                        bed.specialist));
    }

    private UUID task(CaseId id, @Nullable UUID parent, String title, Reader by) {
        return tasks.post(
                new TaskActs.NewTask(id, parent, title, bed.commune, Role.SPECIALIST, null, null),
                UUID.randomUUID(),
                by);
    }

    private SubCases.NewCase beneath(CaseSummary parent, SubCases.Relation relation) {
        return new SubCases.NewCase(
                parent.id(),
                relation,
                SubCases.AD_HOC,
                "Xác minh thực địa",
                land.commune,
                new LegalDuration.WorkingDays(5),
                "Điều 7");
    }

    private CaseSummary get(CaseId id) {
        return cases.of("casework/own-case", id.value()).orElseThrow();
    }

    private int blocks(CaseSummary of) {
        return database.sql("select blocks from casework.case_file where id = :id")
                .param("id", of.id().value())
                .query(Integer.class)
                .single();
    }

    private List<String> verbs(CaseSummary of) {
        return cases.history(of.id()).stream().map(Cases.Event::verb).toList();
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}
