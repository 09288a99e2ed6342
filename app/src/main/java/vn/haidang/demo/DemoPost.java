package vn.haidang.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.haidang.demo.DemoCast.Desk;
import vn.haidang.demo.DemoCast.Resident;
import vn.haidang.organization.Unit;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Post;
import vn.haidang.ui.PageRequest;

/** The post of the little city on its last day: somebody writes, and somebody's result goes out. */
@Component
class DemoPost {

    private static final LocalTime COMES = LocalTime.of(9, 40);
    private static final LocalTime GOES = LocalTime.of(16, 10);
    private static final int UNDERWAY = 2;
    private static final int LATELY = 50;

    private final Post post;
    private final Applications applications;
    private final DemoReaders readers;
    private final DemoWords words;

    DemoPost(Post post, Applications applications, DemoReaders readers, DemoWords words) {
        this.post = post;
        this.applications = applications;
        this.readers = readers;
        this.words = words;
    }

    void add(DemoAgenda agenda, DemoCast cast, Desk desk, Unit unit, LocalDate day) {
        agenda.add(DemoHalls.at(day, COMES), () -> written(cast, desk, unit, day));
        agenda.add(DemoHalls.at(day, GOES), () -> sent(cast, desk, unit, day));
    }

    private void written(DemoCast cast, Desk desk, Unit unit, LocalDate day) {
        post.arrived(
                unit.id(),
                cast.residents().getLast().name(),
                DemoHalls.at(day, COMES.minusMinutes(UNDERWAY)),
                carried("RD", unit, day, day.minusDays(UNDERWAY)),
                readers.get(desk.officer()));
    }

    /** The latest result of somebody at this unit; nothing where nobody has one. */
    private void sent(DemoCast cast, Desk desk, Unit unit, LocalDate day) {
        for (Resident resident : cast.residents()) {
            var ended = applications.mine(readers.get(resident.account()), PageRequest.first(LATELY)).rows().stream()
                    .filter(each -> each.result() != null && each.unit().equals(unit.id()))
                    .findFirst();
            if (ended.isPresent()) {
                post.sent(
                        ended.get().dossierCode(),
                        resident.name(),
                        words.say("street", 1) + ", " + unit.name(),
                        carried("RE", unit, day, day),
                        readers.get(desk.officer()));
                return;
            }
        }
    }

    private Post.Carried carried(String kind, Unit unit, LocalDate day, LocalDate postedOn) {
        UUID key = UUID.nameUUIDFromBytes(("demo/post/" + kind + unit.key() + day).getBytes(StandardCharsets.UTF_8));
        return new Post.Carried(
                words.say("carrier"),
                "%s%09dVN".formatted(kind, Math.floorMod(key.getMostSignificantBits(), 1_000_000_000L)),
                postedOn,
                key);
    }
}
