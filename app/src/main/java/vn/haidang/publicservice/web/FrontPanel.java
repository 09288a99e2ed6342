package vn.haidang.publicservice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.spi.Panel;

/** Public services on the front page. */
@Component
class FrontPanel implements Panel {

    private static final int POPULAR = 6;
    private static final int EVENTS = 12;
    private static final int FIELDS = 12;

    private final Catalogue catalogue;

    FrontPanel(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Place place() {
        return Place.FRONT;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Fragment> draw(HttpServletRequest request) {
        var popular = catalogue.popular(POPULAR);
        return popular.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fragment(
                        "publicservice/frontPanel",
                        new FrontPanelPage(
                                popular,
                                catalogue.lifeEvents().stream().limit(EVENTS).toList(),
                                catalogue.fields().stream().limit(FIELDS).toList())));
    }
}
