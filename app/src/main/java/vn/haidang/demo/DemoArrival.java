package vn.haidang.demo;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;

/** The people of the little city come, all or none. */
@Component
class DemoArrival {

    private final DemoPeople people;
    private final DemoRepresentation representation;
    private final Journal journal;

    DemoArrival(DemoPeople people, DemoRepresentation representation, Journal journal) {
        this.people = people;
        this.representation = representation;
        this.journal = journal;
    }

    /** The journal says that a history was played; from then on it has room for all of it. */
    @Transactional
    void begin() {
        journal.act(Act.of("demo/history-played", Actor.SYSTEM));
    }

    @Transactional
    DemoCast arrive() {
        DemoCast cast = people.arrive();
        representation.arrive();
        return cast;
    }
}
