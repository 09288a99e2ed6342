package vn.haidang.publicservice.internal.queue;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.internal.Receivers;

/** What a place receives: the services of the catalogue that its unit may receive today. */
@Component
public class PlaceServices {

    private final Catalogue catalogue;
    private final Receivers receivers;

    PlaceServices(Catalogue catalogue, Receivers receivers) {
        this.catalogue = catalogue;
        this.receivers = receivers;
    }

    public List<Service> of(Points.Point point) {
        return receivers.receivedAt(point.unit(), catalogue.all());
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-service}, {@code publicservice/not-received-here} */
    void require(Points.Point point, String code) {
        Service service = catalogue.current(code).orElseThrow(PublicServiceProblems::noSuchService);
        if (receivers.receivedAt(point.unit(), List.of(service)).isEmpty()) {
            throw PublicServiceProblems.notReceivedHere();
        }
    }
}
