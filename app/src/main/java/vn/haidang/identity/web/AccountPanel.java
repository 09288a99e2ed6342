package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haidang.identity.RequestReader;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.spi.Panel;

/** Last on one's own page: the way to what guards the account. */
@Component
class AccountPanel implements Panel {

    private static final String KEYS = "/my/keys";

    private final RequestReader readers;

    AccountPanel(RequestReader readers) {
        this.readers = readers;
    }

    @Override
    public Place place() {
        return Place.MY_PAGE;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Optional<Fragment> draw(HttpServletRequest request) {
        return readers.of(request).signedIn()
                ? Optional.of(new Fragment("identity/panel", new AccountPanelPage(SecurityPages.PATH, KEYS)))
                : Optional.empty();
    }
}
