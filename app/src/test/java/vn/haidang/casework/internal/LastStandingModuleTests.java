package vn.haidang.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.ModuleTest;
import vn.haidang.StatementCount;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.Channel;
import vn.haidang.casework.ClockTerms;
import vn.haidang.casework.OpenCase;
import vn.haidang.casework.TakeStep;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.ProblemException;

/** A case that was moved last by this node is moved on without being read, and never from where it does not stand any more. */
@ModuleTest
class LastStandingModuleTests {

    private static final ClockTerms SAME_DAY = new ClockTerms("same-day@15:00", "resume", "test", "test", "standard");

    private final Cases cases;
    private final CaseRows rows;
    private final LastStandings last;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final JdbcClient database;
    private final UnitId unit = new UnitId(UuidCreator.getTimeOrderedEpoch());
    private final Reader officer = at("Tran Van Tiep", Role.ONE_STOP_OFFICER);
    private final Reader colleague = at("Vu Thi Hai", Role.ONE_STOP_OFFICER);
    private final Reader specialist = at("Le Thi Tham", Role.SPECIALIST);

    LastStandingModuleTests(
            Cases cases,
            CaseRows rows,
            LastStandings last,
            TransactionOperations transactions,
            Clock clock,
            JdbcClient database) {
        this.cases = cases;
        this.rows = rows;
        this.last = last;
        this.transactions = transactions;
        this.clock = clock;
        this.database = database;
    }

    @Test
    void remembersACaseAsItIsKept() {
        CaseSummary opened = open();
        assertThat(remembered(opened)).isEqualTo(kept(opened));

        CaseSummary accepted = take(opened, "accept", officer);

        assertThat(remembered(accepted)).isEqualTo(kept(accepted));
        assertThat(last.findByItem(item(accepted)))
                .contains(last.find(accepted.id()).orElseThrow());
    }

    @Test
    void movesItOnWithOneStatement() {
        CaseSummary opened = open();
        List<CaseSummary> moved = new ArrayList<>();

        long statements = StatementCount.during(() -> moved.add(take(opened, "accept", officer)));

        assertThat(statements).isEqualTo(1);
        assertThat(moved.getFirst().step()).isEqualTo("appraise");
        assertThat(journaled(opened)).isEqualTo(2);
    }

    @Test
    void findsOutThatSomebodyTookTheItemOnAnotherNode() {
        CaseSummary opened = open();
        database.sql("update casework.work_item set claimed_by = :by, claimed_by_name = 'Vu Thi Hai' where id = :item")
                .param("by", account(colleague).value())
                .param("item", item(opened))
                .update();

        assertThat(refusal(() -> take(opened, "accept", officer))).isEqualTo("casework/claimed-by-another");
        assertThat(take(opened, "accept", colleague).step()).isEqualTo("appraise");
        assertThat(cases.history(opened.id())).hasSize(2);
    }

    @Test
    void findsOutThatTheCaseWaitsForSomethingSinceThen() {
        CaseSummary accepted = take(open(), "accept", officer);
        database.sql("update casework.case_file set blocks = 1, accompanied = true where id = :case")
                .param("case", accepted.id().value())
                .update();

        assertThat(refusal(() -> take(accepted, "propose", specialist))).isEqualTo("casework/blocked");
        assertThat(cases.history(accepted.id())).hasSize(2);
    }

    @Test
    void findsOutThatItMovedOnElsewhere() {
        CaseSummary opened = open();
        Standing before = last.find(opened.id()).orElseThrow();
        CaseSummary accepted = take(opened, "accept", officer);
        rememberAgain(before);

        assertThat(refusal(() -> take(opened, "accept", colleague))).isEqualTo("casework/changed-meanwhile");
        assertThat(take(accepted, "propose", specialist).step()).isEqualTo("approve");
    }

    @Test
    void answersARepeatedKeyWithoutDoingItTwice() {
        CaseSummary opened = open();
        Standing before = last.find(opened.id()).orElseThrow();
        UUID key = UUID.randomUUID();
        CaseSummary accepted = take(opened, "accept", officer, key);
        rememberAgain(before);

        assertThat(take(opened, "accept", officer, key)).isEqualTo(accepted);
        assertThat(cases.history(opened.id())).hasSize(2);
    }

    @Test
    void remembersNothingOfATransactionThatIsNotAllItsOwn() {
        CaseSummary opened = open();

        transactions.executeWithoutResult(status -> {
            take(opened, "accept", officer);
            assertThat(last.find(opened.id())).isEmpty();
            status.setRollbackOnly();
        });

        assertThat(last.find(opened.id())).isEmpty();
        assertThat(take(opened, "accept", officer).step()).isEqualTo("appraise");
    }

    private void rememberAgain(Standing before) {
        Standing.Item item = before.item();
        Move.Event event = new Move.Event(UUID.randomUUID(), "opened", before.step(), null, false);
        Standing nowhere = new Standing(
                before.summary(), before.facts(), before.terms(), before.calendarVersion(), null, item, before.ties());
        Doing doing = Doing.of(officer.actor(), "", clock.instant(), null);
        last.keep(new Move(nowhere, before, doing, event, null, null, null, null), before.writtenBy() + "");
    }

    private CaseSummary open() {
        CaseId id = CaseId.next(clock);
        return cases.open(new OpenCase(
                id,
                "civil-status-same-day",
                "HS-" + id.value(),
                "A birth",
                "publicservice/application",
                UuidCreator.getTimeOrderedEpoch(),
                unit,
                unit,
                Channel.ONLINE,
                null,
                "Nguyen Thi Na",
                SAME_DAY,
                clock.instant(),
                false,
                officer.actor()));
    }

    private CaseSummary take(CaseSummary seen, String outcome, Reader by) {
        return take(seen, outcome, by, UUID.randomUUID());
    }

    private CaseSummary take(CaseSummary seen, String outcome, Reader by, UUID key) {
        return cases.act(new TakeStep(seen.id(), seen.version(), String.valueOf(seen.step()), outcome, null, by, key));
    }

    private Standing remembered(CaseSummary of) {
        return last.find(of.id()).orElseThrow().writtenBy(null);
    }

    private Standing kept(CaseSummary of) {
        return rows.find(of.id()).orElseThrow();
    }

    private UUID item(CaseSummary of) {
        Standing.Item item = kept(of).item();
        return item == null ? UUID.randomUUID() : item.id();
    }

    private static String refusal(Runnable act) {
        try {
            act.run();
            return "";
        } catch (ProblemException refused) {
            return refused.problem().code();
        }
    }

    private long journaled(CaseSummary of) {
        return database.sql("select count(*) from journal.entry where subject_ids @> array[:case]::uuid[]")
                .param("case", of.id().value())
                .query(Long.class)
                .single();
    }

    private static AccountId account(Reader reader) {
        AccountId account = reader.account();
        if (account == null) {
            throw new IllegalStateException("nobody");
        }
        return account;
    }

    private Reader at(String name, Role role) {
        return new Reader(
                new AccountId(UuidCreator.getTimeOrderedEpoch()), name, Set.of(new Reader.Holding(unit, role)));
    }
}
