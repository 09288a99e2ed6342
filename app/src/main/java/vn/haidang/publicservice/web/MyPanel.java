package vn.haidang.publicservice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
import vn.haidang.identity.RequestReader;
import vn.haidang.publicservice.Applications;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.spi.Panel;

/** One's latest applications on one's own page. */
@Component
class MyPanel implements Panel {

    private static final int SHOWN = 5;

    private final Applications applications;
    private final RequestReader readers;

    MyPanel(Applications applications, RequestReader readers) {
        this.applications = applications;
        this.readers = readers;
    }

    @Override
    public Place place() {
        return Place.MY_PAGE;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Fragment> draw(HttpServletRequest request) {
        Reader reader = readers.of(request);
        return reader.signedIn()
                ? Optional.of(new Fragment(
                        "publicservice/myPanel",
                        new MyApplicationsPage(applications.mine(reader, PageRequest.first(SHOWN)), List.of())))
                : Optional.empty();
    }
}
