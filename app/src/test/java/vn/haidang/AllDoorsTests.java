package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.DoorCity.Dossier;
import vn.haidang.DoorCity.Person;
import vn.haidang.DoorTable.Door;
import vn.haidang.DoorTable.Kind;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.internal.key.AccessKeys;

/**
 * Law 4: every door, for every kind of reader, against a small predicate of its own. A handler that stands in no line of the table
 * fails the test.
 */
@Tag("long")
@WebTest
class AllDoorsTests {

    private static final Instant MORNING = Instant.parse("2026-03-10T02:00:00Z");

    private final MockMvcTester pages;
    private final Doors doors;
    private final JdbcClient database;
    private final MovableClock clock;
    private final DoorState state;
    private final DoorCity city;
    private final DoorKeys keys;
    private final List<String> wrong = new ArrayList<>();

    AllDoorsTests(MockMvcTester pages, JdbcClient database, MovableClock clock, ApplicationContext context) {
        this.pages = pages;
        this.doors = Doors.of(context);
        this.database = database;
        this.clock = clock;
        this.state = new DoorState(database);
        this.city = context.getAutowireCapableBeanFactory().createBean(DoorCity.class);
        this.keys =
                new DoorKeys(pages, context.getBean(AccessKeys.class), context.getBean(Accounts.class), database, city);
    }

    @AfterEach
    void leaveTheTables() {
        state.leave();
    }

    @Test
    void openOnlyToThoseWhoMay() {
        assertThat(DoorTable.DOORS.stream().map(Door::handler).distinct().toList())
                .as("every handler stands in the table, and nothing else")
                .containsExactlyInAnyOrderElementsOf(doors.handlers());
        city.prepare();
        clock.moveTo(MORNING);
        city.build();
        state.untilAllWasTold();
        state.watch();

        for (var reader : city.persons.values()) {
            DoorTable.DOORS.stream().filter(door -> !door.changes()).forEach(door -> walk(door, reader));
            lists(reader);
        }
        foreignPapers();
        for (var reader : city.persons.values()) {
            DoorTable.DOORS.stream().filter(Door::changes).forEach(door -> refuse(door, reader));
        }
        admit();
        wrong.addAll(keys.walk());

        assertThat(String.join("\n", wrong)).isEmpty();
    }

    // -- the walk

    private void walk(Door door, Person reader) {
        var walked = new HashSet<String>();
        for (var dossier : city.dossiers) {
            var address = filled(door.address(), dossier);
            if (!walked.add(address)) {
                continue;
            }
            var answer = get(door, address, reader);
            var may = DoorPredicate.enters(door.kind(), reader, dossier);
            if (answer.getResponse().getStatus() >= 500) {
                report(door, reader, dossier, "answered " + answer.getResponse().getStatus());
            }
            if (DoorTable.OF_NO_DOSSIER.contains(door.kind())) {
                expect(may, DoorAnswer.passed(answer), door, reader, dossier);
            } else if (may) {
                expect(exists(door, dossier), DoorAnswer.passed(answer), door, reader, dossier);
            } else {
                sameAsUnknown(door, address, answer, reader, dossier);
            }
            leaks(door, address, answer, reader);
        }
    }

    /** A door may be open to a reader and yet have nothing behind it. */
    private static boolean exists(Door door, Dossier dossier) {
        if (door.address().endsWith("/result")) {
            return dossier.closed();
        }
        return !door.handler().equals("GET /my/applications/{id}/supplement")
                || dossier.name().startsWith("paused");
    }

    private void sameAsUnknown(Door door, String address, MvcTestResult answer, Person reader, Dossier dossier) {
        var unknown = unknown(dossier);
        var other = filled(door.address(), unknown);
        var compared = door.changes() ? post(door, unknown, reader) : get(door, other, reader);
        if (DoorAnswer.passed(answer) && reader.account() != null) {
            report(door, reader, dossier, "was let in");
        }
        if (answer.getResponse().getStatus() != compared.getResponse().getStatus()
                || !DoorAnswer.shape(answer, address).equals(DoorAnswer.shape(compared, other))) {
            report(
                    door,
                    reader,
                    dossier,
                    "was answered " + answer.getResponse().getStatus() + ", an unknown id "
                            + compared.getResponse().getStatus() + "\n" + DoorAnswer.shape(answer, address) + "\n--\n"
                            + DoorAnswer.shape(compared, other));
        }
    }

    private void leaks(Door door, String address, MvcTestResult answer, Person reader) {
        var text = DoorAnswer.body(answer) + " " + answer.getResponse().getRedirectedUrl();
        for (var dossier : city.dossiers) {
            DoorPredicate.hiddenFrom(reader, dossier)
                    .filter(hidden -> !address.contains(hidden) && text.contains(hidden))
                    .forEach(hidden -> report(door, reader, dossier, "saw " + hidden));
        }
    }

    /** Lists, searches, counts and the records behind a figure hold exactly what the predicate says. */
    private void lists(Person reader) {
        exactly(reader, "/my/applications", DoorPredicate::owns, reader.account() != null);
        for (var unit : List.of(city.here, city.elsewhere)) {
            for (var figure : List.of("work-file-online?", "turnaround?tree=TODAY&")) {
                exactly(
                        reader,
                        "/figures/casework/" + figure + "from=2026-03-10&to=2026-03-10&unit=" + city.key(unit),
                        (who, dossier) -> dossier.closed()
                                && dossier.unit().equals(unit)
                                && (DoorPredicate.ownsWholly(who, dossier) || DoorPredicate.reads(who, dossier)),
                        true);
            }
        }
        if (!DoorPredicate.enters(Kind.DESK_LIST, reader, city.dossiers.getFirst())) {
            return;
        }
        for (var owner : List.of(city.dossier("open of owner"), city.dossier("open of other"))) {
            for (var filter : List.of("all", "waiting", "queue", "mine", "late", "today")) {
                var page =
                        Jsoup.parse(DoorAnswer.body(at("/desk?filter=" + filter + "&q=" + owner.ownerName(), reader)));
                var rows = page.select("table.hd-table tbody tr").size();
                var count = Integer.parseInt(
                        page.select("a.hd-chip[aria-current=page] strong").text());
                var waiting = filter.equals("waiting");
                var expected = city.dossiers.stream()
                        .filter(each -> each.owner().equals(owner.owner()) && DoorPredicate.hasToDo(reader, each))
                        .filter(each -> each.name().startsWith("paused") == waiting)
                        .count();
                if (rows != count) {
                    wrong.add(reader.name() + ": inbox " + filter + " counts " + count + " and lists " + rows);
                }
                if (Set.of("all", "waiting", "queue").contains(filter) && rows != expected) {
                    wrong.add(reader.name() + ": inbox " + filter + " lists " + rows + ", not " + expected);
                }
            }
        }
        var all = Jsoup.parse(DoorAnswer.body(at("/desk", reader)));
        var count = all.select("a.hd-chip[aria-current=page] strong").text();
        var badges = all.select("[data-badge=/desk] [aria-hidden]").eachText().stream()
                .map(text -> text.replaceAll("[^0-9.]", ""))
                .distinct()
                .toList();
        if (!count.equals("0") && !badges.equals(List.of(count))) {
            wrong.add(reader.name() + ": the badge says " + badges + ", the inbox " + count);
        }
    }

    private void exactly(Person reader, String address, BiPredicate<Person, Dossier> may, boolean open) {
        if (!open) {
            return;
        }
        var text = DoorAnswer.body(at(address, reader));
        for (var dossier : city.dossiers) {
            if (text.contains(dossier.code()) != may.test(reader, dossier)) {
                wrong.add(reader.name() + " at " + address + ": " + dossier.name() + " is "
                        + (may.test(reader, dossier) ? "missing" : "shown"));
            }
        }
    }

    /** One's own dossier does not open the papers of another's. */
    private void foreignPapers() {
        var own = city.dossier("open of other");
        var foreign = city.dossier("open of owner");
        var reader = city.person("other");
        for (var file : List.of(foreign.file(), UUID.randomUUID())) {
            var answer = at("/my/applications/" + own.application() + "/files/" + file, reader);
            if (answer.getResponse().getStatus() != 404) {
                wrong.add("a foreign paper was answered " + answer.getResponse().getStatus());
            }
        }
    }

    private void refuse(Door door, Person reader) {
        for (var dossier : city.dossiers) {
            if (DoorPredicate.enters(door.kind(), reader, dossier)
                    || (once(door) && dossier != city.dossiers.getFirst())) {
                continue;
            }
            var before = state.written();
            var answer = post(door, dossier, reader);
            if (answer.getResponse().getStatus() < 400) {
                report(
                        door,
                        reader,
                        dossier,
                        "was answered " + answer.getResponse().getStatus());
            }
            if (before != state.written()) {
                report(door, reader, dossier, "changed something");
            }
            leaks(door, filled(door.address(), dossier), answer, reader);
            if (Set.of(Kind.OWN, Kind.OWN_DRAFT, Kind.OWN_MESSAGE, Kind.AT_DESK, Kind.AT_PLACE, Kind.BOOKED)
                            .contains(door.kind())
                    || (Set.of(Kind.CLAIM, Kind.RETURN, Kind.ASSIGN, Kind.STOPS, Kind.DESK_ACT)
                                    .contains(door.kind())
                            && !DoorPredicate.worksOn(reader, dossier))) {
                sameAsUnknown(door, filled(door.address(), dossier), answer, reader, dossier);
            }
        }
    }

    private static boolean once(Door door) {
        return Set.of(Kind.CLOCK, Kind.AT_DESK, Kind.AT_PLACE, Kind.BOOKED).contains(door.kind())
                || DoorTable.OF_NO_DOSSIER.contains(door.kind());
    }

    /** The same requests from those who may do change something, else the refusals above would prove nothing. */
    private void admit() {
        admit("POST /desk/cases/{id}/claim", "officer", "open of owner");
        admit("POST /desk/cases/{id}/return", "officer", "open of owner");
        admit("POST /desk/cases/{id}/tasks", "officer", "open of owner");
        admit("POST /desk/cases/{id}/consults", "officer", "open of owner");
        admit("POST /desk/cases/{id}/cases", "officer", "open of owner");
        admit("POST /desk/items/{id}/delegate", "officer", "open of owner");
        admit("POST /desk/items/{id}/recall", "officer", "open of owner");
        admit("POST /desk/items/{id}/assign", "head", "open of owner");
        admit("POST /desk/cases/{id}/clock/stop", "head", "open of owner");
        admit("POST /desk/cases/{id}/clock/go-on", "head", "open of owner");
        admit("POST /my/notifications/{id}/open", "owner", "open of owner");
        admit("POST /my/applications/{id}/rating", "owner", "finished of owner");
        admit("POST /my/applications/{id}/withdraw", "owner", "open of owner");
        admit("POST /desk/cases/{id}/act", "officer of another unit", "open of other");
        admit("POST /apply/{code}/{draft}/submit", "other", "open of other");
        admit("POST /api/casework/cases", "officer", "open of owner");
        admit("POST /my/applications/{id}/withdraw", "authorised", "open of firm");
        admit("POST /apply/{code}/{draft}/submit", "representative", "open of firm");
        admit("POST /my/authorisations/{id}", "representative", "open of firm");
        admit("POST /admin/procedures/{code}/publish", "administrator", "open of owner");
        DoorsOfDesk.ADMITTED.forEach((handler, reader) -> admit(handler, reader, "open of owner"));
    }

    private void admit(String handler, String reader, String dossier) {
        var door = DoorTable.DOORS.stream()
                .filter(each -> each.handler().equals(handler))
                .findFirst()
                .orElseThrow();
        var before = state.written();
        var answer = post(door, city.dossier(dossier), city.person(reader));
        if (!DoorAnswer.passed(answer) || before == state.written()) {
            report(
                    door,
                    city.person(reader),
                    city.dossier(dossier),
                    "was not served: " + answer.getResponse().getStatus());
        }
    }

    // -- requests and answers

    private String filled(String address, Dossier dossier) {
        return city.filled(address, dossier)
                .replace("{version}", version(dossier))
                .replace("{key}", UUID.randomUUID().toString());
    }

    private static Dossier unknown(Dossier dossier) {
        return new Dossier(
                "unknown",
                dossier.owner(),
                dossier.party(),
                dossier.ownerName(),
                dossier.unit(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "H24.99-260310-9999",
                "",
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                false);
    }

    private MvcTestResult get(Door door, String address, Person reader) {
        var request = pages.get().uri(address);
        if (reader.account() != null) {
            request = request.with(reader.sends());
        }
        return door.handler().equals("GET /figures/changes") ? request.asyncExchange() : request.exchange();
    }

    private MvcTestResult at(String address, Person reader) {
        return get(DoorTable.DOORS.getFirst(), address, reader);
    }

    private MvcTestResult post(Door door, Dossier dossier, Person reader) {
        var request = pages.post().uri(filled(door.address(), dossier));
        request = reader.account() == null
                ? request.with(SecurityMockMvcRequestPostProcessors.csrf())
                : request.with(reader.sendsForm());
        if (door.handler().startsWith("POST /api") || door.kind() == Kind.CLOCK) {
            return request.contentType(MediaType.APPLICATION_JSON)
                    .accept(MediaType.APPLICATION_JSON)
                    .remoteAddress("203.0.113.9")
                    .content(json(door, dossier))
                    .exchange();
        }
        for (int i = 0; i < door.parameters().length; i += 2) {
            request = request.param(filled(door.parameters()[i], dossier), filled(door.parameters()[i + 1], dossier));
        }
        return request.exchange();
    }

    private static String json(Door door, Dossier dossier) {
        return switch (door.kind()) {
            case CLOCK -> "{\"to\": \"2027-01-01T00:00:00+07:00\"}";
            case OPEN_CASE ->
                "{\"procedure\": \"standard\", \"unit\": \"%s\", \"title\": \"Thử\"}"
                        .formatted(dossier.unit().value());
            default -> "{\"outcome\": \"accept\"}";
        };
    }

    private String version(Dossier dossier) {
        return database.sql("select version from casework.case_file where id = :id")
                .param("id", dossier.caseId())
                .query(String.class)
                .optional()
                .orElse("1");
    }

    private void report(Door door, Person reader, Dossier dossier, String what) {
        wrong.add(door.handler() + " × " + reader.name() + " × " + dossier.name() + ": " + what);
    }

    private void expect(boolean expected, boolean actual, Door door, Person reader, Dossier dossier) {
        if (expected != actual) {
            report(door, reader, dossier, expected ? "was refused" : "was let in");
        }
    }
}
