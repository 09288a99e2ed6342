package vn.haidang.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;
import vn.haidang.ui.internal.Panels;
import vn.haidang.ui.spi.Panel;

/** The city's front page and everybody's own page. */
@Controller
class SharedPages {

    private final Panels panels;

    SharedPages(Panels panels) {
        this.panels = panels;
    }

    @GetMapping("/")
    @Requires(Access.PUBLIC)
    PageView front(HttpServletRequest request) {
        return new PageView("ui/front", new SharedPage(panels.at(Panel.Place.FRONT, request)));
    }

    @GetMapping("/my")
    @Requires(Access.SIGNED_IN)
    PageView my(HttpServletRequest request) {
        return new PageView("ui/my", new SharedPage(panels.at(Panel.Place.MY_PAGE, request)));
    }
}
