package vn.haidang.casework.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.casework.internal.ProcedureDrafts.Refused;
import vn.haidang.casework.internal.ProcedureDrafts.Stored;
import vn.haidang.casework.internal.ProcedureDrafts.Taken;
import vn.haidang.casework.internal.ProcedureDrafts.Unchanged;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;

@ModuleTest
class ProcedureImportModuleTests {

    private final ProcedureDrafts drafts;
    private final JdbcClient database;
    private final Reader administrator = new Reader(new AccountId(UUID.randomUUID()), "Vũ Thị Quản", Set.of());
    private String code = "";

    ProcedureImportModuleTests(ProcedureDrafts drafts, JdbcClient database) {
        this.drafts = drafts;
        this.database = database;
    }

    @BeforeEach
    void anotherProcedure() {
        code = "test." + UUID.randomUUID();
    }

    @Test
    void readsTheSameProcedureFromCsvAndFromYamlAndTakesItOnce() {
        assertThat(take("a.csv", ProcedureExamples.csv(code, "4wh"))).isEqualTo(new Stored(code));
        Procedure draft = draft();

        assertThat(take("a.yml", ProcedureExamples.yaml(code, "4wh"))).isEqualTo(new Unchanged(code));
        assertThat(take("a.csv", ProcedureExamples.csv(code, "4wh"))).isEqualTo(new Unchanged(code));

        assertThat(draft()).isEqualTo(draft);
        assertThat(draft.steps()).extracting(Procedure.Step::code).containsExactly("receive", "appraise", "approve");
        assertThat(draft.step("receive").exits())
                .extracting(Procedure.Exit::outcome)
                .containsExactly("accept", "ask-supplement", "refuse");
        assertThat(acts("casework/procedure-imported")).isEqualTo(1);

        assertThat(take("a.yml", ProcedureExamples.yaml(code, "6wh"))).isEqualTo(new Stored(code));
        assertThat(acts("casework/procedure-imported")).isEqualTo(2);
    }

    @Test
    void joinsDecomposedAccentsAndPassesOverAByteOrderMark() {
        String text = new String(ProcedureExamples.csv(code, "4wh"), UTF_8);
        assertThat(take("a.csv", ProcedureExamples.csv(code, "4wh"))).isEqualTo(new Stored(code));

        assertThat(take("a.csv", Normalizer.normalize(text, Normalizer.Form.NFD).getBytes(UTF_8)))
                .isEqualTo(new Unchanged(code));
        assertThat(take("a.csv", ("\ufeff" + text).getBytes(UTF_8))).isEqualTo(new Unchanged(code));
    }

    @Test
    void refusesWhatASpreadsheetWroteOtherwise() {
        String text = new String(ProcedureExamples.csv(code, "4wh"), UTF_8);
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("[\\u0300-\\u036f]", "");

        assertThat(refusals("a.csv", text.replace(',', ';').getBytes(UTF_8)))
                .containsExactly(tuple(1L, "", "reference.refused.delimiter"));
        assertThat(refusals(
                        "a.csv",
                        decomposed.replace("Cap ban", "C\u1ea5p b\u00e2n").getBytes(oldCodePage())))
                .containsExactly(tuple(2L, "", "reference.refused.encoding"));
        assertNothingTaken();
    }

    @Test
    void namesRowAndCellOfEverythingThatIsWrong() {
        String text = new String(ProcedureExamples.csv(code, "4 hours"), UTF_8)
                .replace("next,approve", "forward,approve")
                .replace("specialist,competent", "specialist,");

        assertThat(refusals("a.csv", text.getBytes(UTF_8)))
                .containsExactly(
                        tuple(5L, "unit_rule", "reference.refused.empty"), tuple(5L, "kind", "reference.refused.code"));
        assertNothingTaken();
    }

    @Test
    void refusesAnExitThatLeadsNowhereAtItsRow() {
        assertThat(refused("next,approve", "next,aprove"))
                .containsExactly(
                        tuple(5L, "to_step", "casework.refused.leads-nowhere"),
                        tuple(6L, "step", "casework.refused.unreachable-step"));
    }

    @Test
    void refusesAStepThatIsNeverReached() {
        assertThat(refused("next,approve", "end,,done")).containsExactly(tuple(5L, "", "reference.refused.cells"));
        assertThat(refused("propose,Trình,Propose,next,approve,,,,,", "propose,Trình,Propose,end,,done,,,,"))
                .containsExactly(tuple(6L, "step", "casework.refused.unreachable-step"));
    }

    @Test
    void refusesAProcedureWithoutEnd() {
        assertThat(refused(
                        "Approve,end,,done,,,true,",
                        "Approve,back,receive,,,,true,",
                        "Refuse,end,,refused,",
                        "Refuse,back,receive,,"))
                .containsExactly(
                        tuple(2L, "step", "casework.refused.no-end"),
                        tuple(5L, "step", "casework.refused.no-end"),
                        tuple(6L, "step", "casework.refused.no-end"));
    }

    @Test
    void refusesRolesHandlersAndGroupsThatAreNotThere() {
        assertThat(refused("specialist,competent", "specialst,competent"))
                .containsExactly(tuple(5L, "role", "casework.refused.unknown-role"));
        assertThat(refused("unit-head,competent,2wh,decision", "unit-head,competent,2wh,other"))
                .containsExactly(
                        tuple(5L, "four_eyes_group", "casework.refused.four-eyes-alone"),
                        tuple(6L, "four_eyes_group", "casework.refused.four-eyes-alone"));
        assertThat(refused("specialist,competent", ",")).containsExactly(tuple(5L, "role", "casework.refused.nobody"));
        assertThat(refused("approve,Phê duyệt", "receive,Phê duyệt"))
                .extracting(each -> each.toList().getLast())
                .contains("reference.refused.duplicate");
    }

    @Test
    void refusesASecondProcedureInTheFile() {
        assertThat(refused(",,,,,,appraise", "other,,,,,,appraise"))
                .containsExactly(tuple(5L, "procedure", "casework.refused.one-procedure"));
    }

    @Test
    void aDraftThatIsThrownAwayLeavesAnActAndNothingElse() {
        take("a.csv", ProcedureExamples.csv(code, "4wh"));

        drafts.discard(code, administrator);
        drafts.discard(code, administrator);

        assertThat(drafts.find(code)).isEmpty();
        assertThat(acts("casework/procedure-draft-discarded")).isEqualTo(1);
    }

    private List<Tuple> refused(String... replacements) {
        String text = new String(ProcedureExamples.csv(code, "4wh"), UTF_8);
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(text).contains(replacements[i]);
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        List<Tuple> refusals = refusals("a.csv", text.getBytes(UTF_8));
        assertNothingTaken();
        return refusals;
    }

    private List<Tuple> refusals(String file, byte[] bytes) {
        Taken taken = take(file, bytes);
        assertThat(taken).isInstanceOf(Refused.class);
        return ((Refused) taken)
                .refusals().stream()
                        .map(each -> tuple(each.line(), each.column(), each.messageKey()))
                        .toList();
    }

    private void assertNothingTaken() {
        assertThat(drafts.find(code)).isEmpty();
        assertThat(acts("casework/procedure-imported")).isZero();
    }

    private Taken take(String file, byte[] bytes) {
        return drafts.take(file, bytes, administrator);
    }

    private Procedure draft() {
        Procedure procedure = drafts.find(code).orElseThrow().procedure();
        assertThat(procedure).isNotNull();
        return Objects.requireNonNull(procedure);
    }

    private long acts(String verb) {
        return database.sql("""
                        select count(*) from journal.entry e where e.verb = :verb and e.subject_ids @> array[:id]::uuid[]
                        """)
                .param("verb", verb)
                .param("id", ProcedureDrafts.subject(code).id())
                .query(Long.class)
                .single();
    }

    private static Charset oldCodePage() {
        return Charset.forName("windows-1258");
    }
}
