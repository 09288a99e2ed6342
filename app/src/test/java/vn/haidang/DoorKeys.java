package vn.haidang;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.haidang.DoorCity.Person;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.internal.key.AccessKeys;
import vn.haidang.identity.spi.KeyDoor;

/** The doors of programs with keys that stand, and with every kind that does not. */
final class DoorKeys {

    private static final String INBOX = "/api/casework/inbox";
    private static final String CALENDAR = "/calendar/due.ics";

    private final MockMvcTester pages;
    private final AccessKeys keys;
    private final Accounts accounts;
    private final JdbcClient database;
    private final DoorCity city;
    private final List<String> wrong = new ArrayList<>();

    DoorKeys(MockMvcTester pages, AccessKeys keys, Accounts accounts, JdbcClient database, DoorCity city) {
        this.pages = pages;
        this.keys = keys;
        this.accounts = accounts;
        this.database = database;
        this.city = city;
    }

    List<String> walk() {
        var officer = city.person("officer");
        var items = "/api/casework/cases/" + city.dossier("open of owner").caseId() + "/work-items";
        var foreign = "/api/casework/cases/" + city.dossier("open of other").caseId() + "/work-items";
        var api = made(officer, KeyDoor.API, "casework/inbox");
        var feed = made(officer, KeyDoor.FEED, "casework/inbox");
        var calendar = made(officer, KeyDoor.APPLICATION, "casework/inbox");

        expect("a key of the API", 200, bearer(INBOX, api));
        expect("a key of the API", 200, bearer(items, api));
        expect("a key of the API at a foreign case", 404, bearer(foreign, api));
        expect("the address of a feed", 200, get("/feeds/" + feed + "/due.ics"));
        expect("a password of an application", 200, basic(username(officer), calendar));

        expect("a page of people", 401, bearer("/desk", api));
        expect("the page of keys", 401, bearer("/my/keys", api));
        expect("wrong scope", 403, bearer(INBOX, made(officer, KeyDoor.API, "casework/act")));
        expect(
                "a scope its owner does not hold",
                403,
                bearer(INBOX, made(city.person("owner"), KeyDoor.API, "casework/inbox")));
        expect("wrong scope", 403, get("/feeds/" + made(officer, KeyDoor.FEED, "casework/act") + "/due.ics"));
        expect("another's username", 401, basic(username(city.person("specialist")), calendar));
        for (var other : List.of(feed, calendar, "hdk_" + "x".repeat(43), "x", "")) {
            expect(
                    "a key of another door, or none",
                    401,
                    bearer(INBOX, other.isEmpty() ? "hdk_" : "hdk_" + other.replace("hdk_", "")));
        }
        for (var other : List.of(api, calendar, "hdk_none", "none")) {
            expect("a key of another door, or none", 401, get("/feeds/" + other + "/due.ics"));
        }
        for (var other : List.of(api, feed, "hdk_none", "")) {
            expect("a key of another door, or none", 401, basic(username(officer), other));
        }
        expect("no key at all", 401, get(CALENDAR));
        ended(officer, "expired", "made_at = made_at - interval '2 days', expires_at = made_at - interval '1 day'");
        ended(officer, "revoked", "revoked_at = made_at");
        posting(officer);
        return wrong;
    }

    private void ended(Person officer, String how, String change) {
        for (var door : KeyDoor.values()) {
            var secret = made(officer, door, "casework/inbox");
            database.sql(
                            "update identity.access_key set " + change
                                    + " where id = (select id from identity.access_key where account = :account order by id desc limit 1)")
                    .param("account", requireNonNull(officer.account()).value())
                    .update();
            expect(
                    how,
                    401,
                    switch (door) {
                        case API -> bearer(INBOX, secret);
                        case FEED -> get("/feeds/" + secret + "/due.ics");
                        case APPLICATION -> basic(username(officer), secret);
                    });
        }
    }

    /** A change needs the right scope and no token of a form; without a key it needs one. */
    private void posting(Person officer) {
        var unit = requireNonNull(officer.unit()).value();
        var body = "{\"procedure\": \"none\", \"unit\": \"" + unit + "\", \"title\": \"x\"}";
        for (var action : List.of("casework/inbox", "casework/open-case")) {
            var status = pages.post()
                    .uri("/api/casework/cases")
                    .header("Authorization", "Bearer " + made(officer, KeyDoor.API, action))
                    .contentType("application/json")
                    .content(body)
                    .exchange()
                    .getResponse()
                    .getStatus();
            var opens = action.endsWith("open-case");
            if (opens == (status == 403 || status == 401) || status >= 500) {
                wrong.add("opening a case with a key for " + action + " was answered " + status);
            }
        }
    }

    private String made(Person whose, KeyDoor door, String action) {
        return keys.make(requireNonNull(whose.account()), "door", door, Set.of(action), Duration.ofDays(30))
                .secret();
    }

    private String username(Person person) {
        return accounts.find(requireNonNull(person.account())).orElseThrow().username();
    }

    private void expect(String what, int expected, int answered) {
        if (expected != answered) {
            wrong.add(what + " was answered " + answered + ", not " + expected);
        }
    }

    private int bearer(String path, String secret) {
        return status(path, "Bearer " + secret);
    }

    private int basic(String username, String password) {
        var both = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return status(CALENDAR, "Basic " + Base64.getEncoder().encodeToString(both));
    }

    private int get(String path) {
        return pages.get().uri(path).exchange().getResponse().getStatus();
    }

    private int status(String path, String authorisation) {
        return pages.get()
                .uri(path)
                .header("Authorization", authorisation)
                .remoteAddress("keys " + UUID.randomUUID())
                .exchange()
                .getResponse()
                .getStatus();
    }
}
