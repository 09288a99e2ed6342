package vn.haidang.ui.spi;

import jakarta.servlet.http.HttpServletRequest;

/** A number shown beside a menu entry, equal to the number of rows behind it. */
public interface Badge {

    /** The {@link MenuEntry#key()} it stands beside. */
    String entry();

    /** Asked at most once for a request, however often its menus are drawn. */
    long count(HttpServletRequest request);
}
