package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.DoorCity.Person;
import vn.haidang.DoorTable.Door;
import vn.haidang.identity.SignedIn;

/**
 * Law 8: no page asks the database more often because there is more to show. Every door that only reads is walked by those it
 * opens to, in a small city and in the same city grown, and none asks more than its ceiling.
 */
@WebTest
class QueryCeilingTests {

    /** Who knocks, where the door opens to them. */
    private static final List<String> READERS =
            List.of("visitor", "owner", "officer", "head", "auditor", "administrator");

    /** What a page may ask; a dearer one is named below with its reason. */
    private static final int CEILING = 16;

    /** A case shows the dossier with its papers, forms given out, parcels, results used again and what is being corrected: one question each. */
    private static final Map<String, Integer> DEARER = Map.of("GET /desk/cases/{id}", 20);

    /** Other statements than the page's own happen now and then, such as asking every few seconds whether a cache is stale. */
    private static final int MORE = 12;

    /** The same doors where they show most. */
    private static final List<Door> FULL = List.of(
            new Door("GET /desk", DoorTable.Kind.DESK_LIST, "/desk?filter=all"),
            new Door("GET /desk", DoorTable.Kind.DESK_LIST, "/desk?filter=waiting"),
            new Door("GET /desk", DoorTable.Kind.DESK_LIST, "/desk?panel=open&scope=unit"),
            new Door("GET /services", DoorTable.Kind.EVERYBODY, "/services"),
            new Door(
                    "GET /figures/{module}/{measure}",
                    DoorTable.Kind.EVERYBODY,
                    "/figures/casework/work-file-online?from=2026-03-10&to=2026-03-10"));

    private record Knock(Door door, String reader) {
        @Override
        public String toString() {
            return door.handler() + " (" + door.address() + ") × " + reader;
        }
    }

    private final MockMvcTester pages;
    private final MovableClock clock;
    private final DoorState state;
    private final DoorCity city;

    QueryCeilingTests(MockMvcTester pages, MovableClock clock, JdbcClient database, ApplicationContext context) {
        this.pages = pages;
        this.clock = clock;
        this.state = new DoorState(database);
        this.city = context.getAutowireCapableBeanFactory().createBean(DoorCity.class);
    }

    @Test
    void noPageAsksTheDatabaseMoreBecauseThereIsMoreToShow() {
        clock.moveTo(DoorCity.DAY.atTime(9, 0).atZone(MovableClock.VIETNAM).toInstant());
        city.build();
        state.untilAllWasTold();
        var few = statements();
        city.grow(MORE);
        state.untilAllWasTold();
        var many = statements();

        var wrong = new ArrayList<String>();
        few.forEach((knock, asked) -> {
            var now = many.getOrDefault(knock, 0L);
            if (now > asked) {
                wrong.add(knock + " asked " + asked + " times, then " + now);
            }
            var ceiling = DEARER.getOrDefault(knock.door().handler(), CEILING);
            if (now > ceiling) {
                wrong.add(knock + " asks " + now + " times; its ceiling is " + ceiling);
            }
        });
        assertThat(String.join("\n", wrong)).isEmpty();
        assertThat(many.keySet())
                .extracting(knock -> knock.door().handler())
                .containsAll(DoorTable.DOORS.stream()
                        .filter(door -> !door.changes() && !listens(door) && door.kind() != DoorTable.Kind.NOBODY)
                        .map(Door::handler)
                        .toList());
    }

    private Map<Knock, Long> statements() {
        var counted = new LinkedHashMap<Knock, Long>();
        for (var door : Stream.concat(DoorTable.DOORS.stream(), FULL.stream()).toList()) {
            if (door.changes() || listens(door)) {
                continue;
            }
            for (var name : READERS) {
                var reader = city.person(name);
                var dossier = city.behind(door, reader);
                if (dossier.isEmpty() || !DoorAnswer.passed(at(city.filled(door.address(), dossier.get()), reader))) {
                    continue;
                }
                var address = city.filled(door.address(), dossier.get());
                counted.put(new Knock(door, name), StatementCount.least(() -> at(address, reader)));
            }
        }
        return counted;
    }

    private static boolean listens(Door door) {
        return door.handler().equals("GET /figures/changes");
    }

    private MvcTestResult at(String address, Person reader) {
        var request = pages.get().uri(address);
        return (reader.account() == null ? request : request.with(SignedIn.as(reader.account()))).exchange();
    }
}
