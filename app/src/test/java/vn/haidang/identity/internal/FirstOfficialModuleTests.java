package vn.haidang.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.internal.second.Readmission;
import vn.haidang.organization.Units;
import vn.haidang.ui.ProblemException;

@ModuleTest
class FirstOfficialModuleTests {

    private static final String PASSWORD = "a lighthouse at the mouth of the river";

    private final FirstOfficial first;
    private final Readmission readmission;
    private final Accounts accounts;
    private final Units units;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final MovableClock clock;

    FirstOfficialModuleTests(
            FirstOfficial first,
            Readmission readmission,
            Accounts accounts,
            Units units,
            JdbcClient database,
            TransactionTemplate transaction,
            MovableClock clock) {
        this.first = first;
        this.readmission = readmission;
        this.accounts = accounts;
        this.units = units;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Other classes leave administrators in the database of this JVM, so each story ends as if it had not been. */
    @Test
    void administersTheCityAndIsRefusedToASecond() {
        withoutAdministrators(() -> {
            var id = first.make(name(), "Nguyễn Văn An", PASSWORD);

            var city = units.city(LocalDate.now(clock)).id();
            assertThat(accounts.reader(id).holdings()).contains(new Reader.Holding(city, Role.ADMINISTRATOR));
            assertThat(verbs(id))
                    .containsExactlyInAnyOrder(
                            "identity/account-created", "identity/appointed", "identity/first-official-made");
            refused("identity/not-the-first", "Kẻ Khác", PASSWORD);
            clock.moveBy(Duration.ofDays(400));
            refused("identity/not-the-first", "Kẻ Khác", PASSWORD);
        });
    }

    @Test
    void isPossibleAgainOnceTheOnlyAdministratorHasGone() {
        withoutAdministrators(() -> {
            var today = LocalDate.now(clock);
            var gone = accounts.create(new Accounts.NewAccount(name(), "Người Cũ", null, null));
            accounts.appoint(
                    gone,
                    units.city(today).id(),
                    Role.ADMINISTRATOR,
                    "Quản trị",
                    today.minusDays(30),
                    today.plusDays(1));
            refused("identity/not-the-first", "Người Mới", PASSWORD);
            clock.moveBy(Duration.ofDays(1));

            assertThat(first.make(name(), "Người Mới", PASSWORD)).isNotNull();
        });
    }

    @Test
    void needsAPasswordWorthTheName() {
        withoutAdministrators(() -> refused("identity/password-too-short", "Nguyễn Văn An", "hải đăng 22"));
    }

    @Test
    void theOnlyAdministratorWhoLostEverythingIsLetInAgainAndTwoHelpEachOther() {
        withoutAdministrators(() -> {
            var name = name();
            var only = first.make(name, "Nguyễn Văn An", PASSWORD);
            notReadmitted("identity/reason-missing", name, " ", PASSWORD);
            notReadmitted("identity/password-too-short", name, "mất điện thoại", "ngắn");
            notReadmitted("identity/no-such-account", name + "x", "mất điện thoại", PASSWORD);

            readmission.readmit(name, "mất điện thoại", PASSWORD + "!");

            assertThat(verbs(only)).contains("identity/second-factor-reset", "identity/administrator-readmitted");
            assertThat(database.sql("select password_temporary from identity.account where id = :id")
                            .param("id", only.value())
                            .query(Boolean.class)
                            .single())
                    .isTrue();
            var other = name();
            var second = accounts.create(new Accounts.NewAccount(other, "Người Thứ Hai", null, null));
            notReadmitted("identity/not-the-administrator", other, "thử", PASSWORD);
            var today = LocalDate.now(clock);
            accounts.appoint(second, units.city(today).id(), Role.ADMINISTRATOR, "Quản trị hai", today, null);
            notReadmitted("identity/another-administrator", name, "mất điện thoại", PASSWORD);
        });
    }

    private void notReadmitted(String code, String username, String reason, String password) {
        assertThatThrownBy(() -> readmission.readmit(username, reason, password))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    private void withoutAdministrators(Runnable story) {
        transaction.executeWithoutResult(status -> {
            database.sql("""
                            delete from identity.holding
                            where post in (select id from identity.post where role = 'administrator')
                            """).update();
            story.run();
            status.setRollbackOnly();
        });
    }

    private void refused(String code, String displayName, String password) {
        assertThatThrownBy(() -> first.make(name(), displayName, password))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    private List<String> verbs(AccountId account) {
        return database.sql("select verb from journal.entry where :account = any (subject_ids)")
                .param("account", account.value())
                .query((row, number) -> row.getString("verb"))
                .list();
    }

    private static String name() {
        return "quan-tri-" + UUID.randomUUID();
    }
}
