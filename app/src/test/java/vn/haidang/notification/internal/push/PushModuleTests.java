package vn.haidang.notification.internal.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Journal;
import vn.haidang.notification.Message;
import vn.haidang.notification.Notifications;
import vn.haidang.notification.internal.DeliveryRows;
import vn.haidang.ui.ProblemException;

@ModuleTest
class PushModuleTests {

    private final BrowserService browser = new BrowserService();
    private final ForeignBrowser foreign;
    private final Notifications notifications;
    private final Accounts accounts;
    private final JdbcClient database;
    private final MovableClock clock;
    private final TransactionTemplate transaction;
    private final DeviceRows rows;
    private final Devices devices;
    private final PushCarrier carrier;

    PushModuleTests(
            Notifications notifications,
            Accounts accounts,
            JdbcClient database,
            MovableClock clock,
            TransactionTemplate transaction,
            DeviceRows rows,
            DeliveryRows deliveries,
            InstallationKey key,
            Journal journal,
            MessageSource messages,
            JsonMapper json)
            throws IOException, GeneralSecurityException {
        this.foreign = new ForeignBrowser();
        this.notifications = notifications;
        this.accounts = accounts;
        this.database = database;
        this.clock = clock;
        this.transaction = transaction;
        this.rows = rows;
        var targets = new PushTargets(Set.of(browser.authority(), foreign.authority()));
        this.devices = new Devices(rows, targets, journal, transaction, clock);
        this.carrier = new PushCarrier(deliveries, devices, new PushService(key, targets), messages, json, clock);
    }

    @BeforeEach
    void forgetWhatTheBrowserWasTold() {
        browser.status = 201;
        browser.notices().clear();
        browser.tokens().clear();
        browser.topics().clear();
    }

    @AfterAll
    void close() throws IOException {
        foreign.close();
        browser.close();
    }

    @Test
    void tellsABrowserThatThereIsNewsAndNotWhatItIs() throws Exception {
        AccountId na = account();
        add(na, "na");
        tell(na, "so-cam-duong");

        carryAll();

        assertThat(browser.notices())
                .singleElement()
                .asString()
                .contains("/my/notifications")
                .doesNotContain("so-cam-duong");
        assertThat(browser.tokens()).singleElement().satisfies(token -> {
            assertThat(token.getAudience()).containsExactly("http://" + browser.authority());
            assertThat(token.getExpirationTime().toInstant())
                    .isBetween(clock.instant(), clock.instant().plus(Duration.ofHours(24)));
        });
        assertThat(states(na)).containsExactly("delivered");
        assertThat(devices.of(na).getFirst().toldAt()).isNotNull();
    }

    @Test
    void whatWeSendIsOpenedAndBelievedByCodeOfOthers() throws IOException {
        AccountId na = account();
        transaction.executeWithoutResult(status -> devices.add(
                reader(na),
                na,
                foreign.endpoint(),
                foreign.key(),
                foreign.secret(),
                "Mozilla (iPhone)",
                Locale.ENGLISH));
        tell(na, "so-cam-duong");

        carryAll();

        var told = foreign.next();
        assertThat(told.path("aud").asString()).as(told.toString()).isEqualTo("http://" + foreign.authority());
        assertThat(told.path("notice").asString())
                .contains("\"body\":\"You have a new message.\"", "\"lang\":\"en\"")
                .doesNotContain("so-cam-duong");
        assertThat(states(na)).containsExactly("delivered");
    }

    @Test
    void saysOnceThatThereIsNewsForAllThatWaits() {
        AccountId na = account();
        add(na, "na");
        tell(na, "a");
        tell(na, "b");

        carryAll();

        assertThat(browser.notices()).hasSize(1);
        assertThat(browser.topics()).containsExactly("news");
        assertThat(states(na)).containsExactly("delivered", "delivered");
    }

    @Test
    void aSlowServiceHoldsUpNobodyElse() {
        AccountId na = account();
        AccountId binh = account();
        add(binh, "quick");
        clock.moveBy(Duration.ofSeconds(1));
        // added last, it is told first
        add(na, "slow");
        tell(na, "a");
        tell(binh, "b");
        browser.holdTheSlowOne();

        carryAll();

        assertThat(states(na)).containsExactly("delivered");
        assertThat(states(binh)).containsExactly("delivered");
    }

    @Test
    void writesNoDeliveryForAnAccountWithoutABrowser() {
        AccountId na = account();
        tell(na, "a");

        assertThat(states(na)).isEmpty();
    }

    @Test
    void forgetsABrowserThatItsServiceDoesNotKnowAnyMore() {
        AccountId na = account();
        add(na, "gone");
        UUID id = devices.of(na).getFirst().id();
        tell(na, "a");
        browser.status = 410;

        carryAll();

        assertThat(journaled(id)).containsExactly("notification/device-added", "notification/device-removed");

        assertThat(devices.of(na)).isEmpty();
        assertThat(states(na)).containsExactly("no-address");
    }

    @Test
    void triesAgainWhileTheServiceIsInTrouble() {
        AccountId na = account();
        add(na, "trouble");
        tell(na, "a");
        browser.status = 503;
        carryAll();
        assertThat(states(na)).containsExactly("waiting");

        browser.status = 201;
        clock.moveBy(Duration.ofMinutes(3));
        carryAll();

        assertThat(states(na)).containsExactly("delivered");
        assertThat(browser.notices()).hasSize(2);
    }

    @Test
    void callsNoAddressInsideWhateverABrowserSays() {
        AccountId na = account();

        for (String inside :
                List.of("https://127.0.0.1/x", "https://169.254.169.254/x", "http://example.org/x", "no address")) {
            assertThatThrownBy(
                            () -> devices.add(reader(na), na, inside, browser.key(), browser.secret(), "", Locale.ROOT))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("notification/no-such-service");
        }
        assertThatThrownBy(() ->
                        devices.add(reader(na), na, browser.endpoint("x"), "AAAA", browser.secret(), "", Locale.ROOT))
                .isInstanceOf(ProblemException.class);
        assertThat(devices.of(na)).isEmpty();
    }

    @Test
    void aBrowserBelongsToWhoeverAskedLastAndOnlyTheyTakeItAway() {
        AccountId na = account();
        AccountId binh = account();
        add(na, "shared");
        add(binh, "shared");

        assertThat(devices.of(na)).isEmpty();
        UUID id = devices.of(binh).getFirst().id();
        remove(na, id);
        assertThat(devices.of(binh)).hasSize(1);
        remove(binh, id);
        assertThat(devices.of(binh)).isEmpty();
    }

    @Test
    void keepsTheTenBrowsersAddedLast() {
        AccountId na = account();
        for (int number = 0; number < 12; number++) {
            add(na, "many-" + number);
            clock.moveBy(Duration.ofSeconds(1));
        }

        assertThat(devices.of(na))
                .hasSize(10)
                .noneMatch(device -> device.endpoint().getPath().equals("/many-1"));
    }

    @Test
    void forgetsBrowsersOfWhichNothingWasHeardForAYear() {
        AccountId na = account();
        add(na, "old");

        rows.forget(devices.of(na).getFirst().addedAt());
        assertThat(devices.of(na)).hasSize(1);
        rows.forget(clock.instant().plusSeconds(1));
        assertThat(devices.of(na)).isEmpty();
    }

    private void carryAll() {
        while (carrier.carry() > 0) {
            Thread.onSpinWait();
        }
    }

    private void add(AccountId account, String name) {
        // built by hand, it has nobody around it who begins a transaction
        transaction.executeWithoutResult(status -> devices.add(
                reader(account),
                account,
                browser.endpoint(name),
                browser.key(),
                browser.secret(),
                "Mozilla (Android 14)",
                Locale.of("vi", "VN")));
    }

    private void remove(AccountId account, UUID id) {
        transaction.executeWithoutResult(status -> devices.remove(reader(account), account, id));
    }

    private void tell(AccountId account, String argument) {
        notifications.send(new Message(account, "notification.list.empty.title", List.of(argument), "/my"));
    }

    private AccountId account() {
        return accounts.create(new Accounts.NewAccount("na-" + UUID.randomUUID(), "Nguyễn Thị Na", null, null));
    }

    private static Reader reader(AccountId account) {
        return new Reader(account, "Na", Set.of());
    }

    private List<String> journaled(UUID device) {
        return database.sql(
                        "select e.verb from journal.entry e where e.subject_ids @> array[:id]::uuid[] order by e.id")
                .param("id", device)
                .query((row, number) -> row.getString("verb"))
                .list();
    }

    private List<String> states(AccountId account) {
        return database.sql("""
                        select d.state from notification.delivery d
                          join notification.message m on m.id = d.message
                        where m.account = :account and d.channel = 'push'
                        """)
                .param("account", account.value())
                .query((row, number) -> row.getString("state"))
                .list();
    }
}
