package vn.haidang.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.haidang.MovableClock;
import vn.haidang.WebTest;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.identity.internal.key.AccessKeys;
import vn.haidang.identity.spi.KeyDoor;
import vn.haidang.organization.UnitId;

/** A key of a program, a password of an application and the address of a feed open until their end, and from that very moment no more. */
@WebTest
class KeyExpiryPageTests {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final MockMvcTester pages;
    private final Accounts accounts;
    private final AccessKeys keys;
    private final MovableClock clock;
    private final JdbcClient database;

    KeyExpiryPageTests(
            MockMvcTester pages, Accounts accounts, AccessKeys keys, MovableClock clock, JdbcClient database) {
        this.pages = pages;
        this.accounts = accounts;
        this.keys = keys;
        this.clock = clock;
        this.database = database;
    }

    @ParameterizedTest
    @EnumSource(KeyDoor.class)
    void opensUntilItsEndAndFromThatMomentNoMoreAndTheRefusalIsOnTheRecord(KeyDoor door) {
        var username = "keys-" + UuidCreator.getTimeOrderedEpoch();
        var account = accounts.create(new Accounts.NewAccount(username, "Cán bộ thử", null, null));
        accounts.appoint(
                account,
                UnitId.ofKey("commune-11311-c"),
                Role.ONE_STOP_OFFICER,
                "một cửa",
                LocalDate.of(2025, 7, 1),
                null);
        var made = clock.instant().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
        var one = new ArrayList<AccessKeys.Made>();
        MovableClock.at(
                made, () -> one.add(keys.make(account, "chương trình thử", door, Set.of("casework/inbox"), LIFE)));
        var key = one.getFirst();

        MovableClock.at(
                made.plus(LIFE).minusMillis(1),
                () -> assertThat(knock(door, username, key.secret()))
                        .as("the last moment")
                        .isEqualTo(200));
        assertThat(refusals(key.id())).isZero();
        MovableClock.at(
                made.plus(LIFE),
                () -> assertThat(knock(door, username, key.secret()))
                        .as("its end")
                        .isEqualTo(401));
        assertThat(refusals(key.id())).isOne();
        assertThat(database.sql("select expires_at = :end from identity.access_key where id = :id")
                        .param("end", made.plus(LIFE).atOffset(java.time.ZoneOffset.UTC))
                        .param("id", key.id())
                        .query(Boolean.class)
                        .single())
                .as("kept as it was promised")
                .isTrue();
    }

    private int knock(KeyDoor door, String username, String secret) {
        var request = switch (door) {
            case API -> get("/api/casework/inbox", "Bearer " + secret);
            case FEED -> pages.get().uri("/feeds/" + secret + "/due.ics");
            case APPLICATION ->
                get(
                        "/calendar/due.ics",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((username + ":" + secret).getBytes(StandardCharsets.UTF_8)));
        };
        return request.exchange().getResponse().getStatus();
    }

    private MockMvcTester.MockMvcRequestBuilder get(String path, String authorisation) {
        return pages.get().uri(path).header("Authorization", authorisation);
    }

    private long refusals(UUID key) {
        return database.sql("""
                        select count(*) from journal.entry e
                        where e.verb = 'identity/key-refused' and e.reason = 'identity/key-expired'
                          and e.subject_ids @> array[cast(:id as uuid)]
                        """).param("id", key).query(Long.class).single();
    }
}
