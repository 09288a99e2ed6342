package vn.haidang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.identity.internal.Grants;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.ProblemException;

@ModuleTest
class AccountsModuleTests {

    private static final UnitId HONG_BANG = UnitId.ofKey("commune-11311-c");
    private static final UnitId AN_DUONG = UnitId.ofKey("commune-11581-c");
    private static final UnitId ENDED = UnitId.ofKey("district-303");
    private static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Accounts accounts;
    private final Grants grants;
    private final JdbcClient jdbc;

    AccountsModuleTests(Accounts accounts, Grants grants, JdbcClient jdbc) {
        this.accounts = accounts;
        this.grants = grants;
        this.jdbc = jdbc;
    }

    @Test
    void knowsAnAccountByItsUsernameHoweverItIsTyped() {
        var id = accounts.create(new Accounts.NewAccount(" Lan.Pham-1 ", "Phạm Thị Lan", null, "s3cret-enough"));

        assertThat(accounts.byUsername("LAN.PHAM-1")).get().returns(id, Accounts.Account::id);
        assertThat(accounts.find(id)).get().returns(false, Accounts.Account::official);
    }

    @Test
    void refusesAUsernameThatIsTaken() {
        accounts.create(new Accounts.NewAccount("taken", "A", null, null));

        assertThatThrownBy(() -> accounts.create(new Accounts.NewAccount("Taken", "B", null, null)))
                .isInstanceOf(ProblemException.class)
                .hasMessage("identity/username-taken");
    }

    @Test
    void keepsPasswordsAsArgon2idOnly() {
        var id = accounts.create(new Accounts.NewAccount("hashed", "A", null, "correct horse"));

        var hash = jdbc.sql("select password_hash from identity.account where id = :id")
                .param("id", id.value())
                .query((row, number) -> row.getString(1))
                .single();

        assertThat(hash).startsWith("$argon2id$").doesNotContain("correct horse");
    }

    @Test
    void severalPostsAddUp() {
        var id = account("several");
        accounts.appoint(id, HONG_BANG, Role.ONE_STOP_OFFICER, "Một cửa", LONG_AGO, null);
        accounts.appoint(id, AN_DUONG, Role.AUDITOR, "Kiểm tra", LONG_AGO, null);

        var reader = accounts.reader(id);

        assertThat(reader.holdings())
                .containsExactlyInAnyOrder(
                        new Reader.Holding(HONG_BANG, Role.ONE_STOP_OFFICER),
                        new Reader.Holding(AN_DUONG, Role.AUDITOR));
        assertThat(grants.permit(reader, "casework/inbox")).isTrue();
        assertThat(grants.permit(reader, "journal/read")).isTrue();
        assertThat(grants.permit(reader, "platform/operate")).isFalse();
        assertThat(grants.permit(Reader.ANONYMOUS, "casework/inbox")).isFalse();
    }

    @Test
    void aResidentMayApplyAndNothingOfTheDesk() {
        var reader = accounts.reader(account("resident"));

        assertThat(grants.permit(reader, "publicservice/apply")).isTrue();
        assertThat(grants.permit(reader, "casework/inbox")).isFalse();
    }

    @Test
    void aPostCountsOnlyOnItsDays() {
        var id = account("days");
        accounts.appoint(id, HONG_BANG, Role.SPECIALIST, "Tư pháp 1", LONG_AGO, TODAY);
        accounts.appoint(id, HONG_BANG, Role.UNIT_HEAD, "Chủ tịch 1", TODAY.plusDays(1), null);
        accounts.appoint(id, AN_DUONG, Role.SPECIALIST, "Tư pháp 2", TODAY, TODAY.plusDays(1));

        assertThat(accounts.reader(id).holdings()).containsExactly(new Reader.Holding(AN_DUONG, Role.SPECIALIST));
    }

    @Test
    void aPostAtAnEndedUnitCountsNoMore() {
        var id = account("ended");
        accounts.appoint(id, ENDED, Role.UNIT_HEAD, "Chủ tịch quận", LONG_AGO, null);

        assertThat(accounts.reader(id).holdings()).isEmpty();
    }

    @Test
    void refusesTheSamePostTwiceInOneSpanAndSpansWithoutDays() {
        var id = account("twice");
        accounts.appoint(id, HONG_BANG, Role.SPECIALIST, "Tư pháp", LONG_AGO, null);

        assertThatThrownBy(() -> accounts.appoint(id, HONG_BANG, Role.SPECIALIST, "Tư pháp", TODAY, null))
                .hasMessage("identity/post-held-already");
        assertThatThrownBy(() -> accounts.appoint(id, HONG_BANG, Role.AUDITOR, "x", TODAY, TODAY))
                .hasMessage("identity/empty-span");
        assertThatThrownBy(() -> accounts.appoint(id, HONG_BANG, new Role("king"), "x", TODAY, null))
                .hasMessage("identity/no-such-role");
        assertThatThrownBy(() ->
                        accounts.appoint(new AccountId(UUID.randomUUID()), HONG_BANG, Role.AUDITOR, "x", TODAY, null))
                .hasMessage("identity/no-such-account");
    }

    @Test
    void aSeatPassesToAnotherWhenItIsFreeAndIsNeverHeldByTwo() {
        var first = account("first");
        var second = account("second");
        accounts.appoint(first, AN_DUONG, Role.UNIT_HEAD, "Chủ tịch phường", LONG_AGO, TODAY);
        accounts.appoint(second, AN_DUONG, Role.UNIT_HEAD, "Chủ tịch phường", TODAY, null);

        var posts = jdbc.sql("select distinct post from identity.pub_holding where title = 'Chủ tịch phường'")
                .query((row, number) -> row.getObject("post", UUID.class))
                .list();

        assertThat(posts).hasSize(1);
        assertThatThrownBy(() -> jdbc.sql(
                                "insert into identity.holding (post, account, valid) values (:post, :account, '[2025-06-01,2025-07-01)')")
                        .param("post", posts.getFirst())
                        .param("account", second.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("holding_one_holder_at_a_time");
    }

    @Test
    void everyChangeIsJournaled() {
        var id = account("journaled");
        accounts.appoint(id, AN_DUONG, Role.AUDITOR, "Kiểm tra 2", LONG_AGO, null);

        assertThat(JournalEntries.verbsAbout(jdbc, id))
                .containsExactly("identity/account-created", "identity/appointed");
    }

    private AccountId account(String username) {
        return accounts.create(new Accounts.NewAccount("accounts-" + username, "Người " + username, null, null));
    }
}
