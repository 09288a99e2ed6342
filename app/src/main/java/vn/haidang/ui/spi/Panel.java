package vn.haidang.ui.spi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import vn.haidang.ui.Fragment;

/** A module's place on a page that several modules share. */
public interface Panel {

    /** The shared pages. */
    enum Place {
        FRONT,
        MY_PAGE,
        DESK
    }

    Place place();

    /** Smaller stands first. */
    int order();

    /** What to show this person now; empty for nothing. */
    Optional<Fragment> draw(HttpServletRequest request);
}
