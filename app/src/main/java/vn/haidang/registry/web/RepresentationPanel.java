package vn.haidang.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.RequestReader;
import vn.haidang.registry.Authorisation;
import vn.haidang.registry.Authorisations;
import vn.haidang.registry.internal.Mandates;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.spi.Panel;

/** On one's own page: whom one may act for, and who wants one to. */
@Component
class RepresentationPanel implements Panel {

    private final RequestReader readers;
    private final Mandates mandates;
    private final Authorisations authorisations;
    private final Clock clock;

    RepresentationPanel(RequestReader readers, Mandates mandates, Authorisations authorisations, Clock clock) {
        this.readers = readers;
        this.mandates = mandates;
        this.authorisations = authorisations;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.MY_PAGE;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<Fragment> draw(HttpServletRequest request) {
        var reader = readers.of(request);
        var account = reader.account();
        if (account == null) {
            return Optional.empty();
        }
        var waiting = authorisations.received(reader).stream()
                .filter(each -> each.state() == Authorisation.State.WAITING)
                .map(Authorisation::other)
                .toList();
        var names = mandates.of(account, LocalDate.now(clock)).stream()
                .map(Mandate::name)
                .distinct()
                .toList();
        return Optional.of(new Fragment(
                "registry/panel", new RepresentationPanelPage(names, waiting, authorisations.mayGive(reader))));
    }
}
