package vn.haidang.publicservice.web;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.internal.voice.FeedbackRows;
import vn.haidang.publicservice.internal.voice.Ratings;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;
import vn.haidang.ui.spi.MenuEntry;

/** Shows a desk what applicants thought of how it handled their dossiers. */
@Controller
class RatingsPages {

    static final String PATH = "/desk/ratings";

    private static final int A_PAGE = 20;

    private final Ratings ratings;

    RatingsPages(Ratings ratings) {
        this.ratings = ratings;
    }

    @GetMapping(PATH)
    @Requires(FeedbackRows.ACTION)
    PageView show(@RequestParam(required = false) @Nullable String page, Reader reader) {
        return new PageView(
                "publicservice/ratings",
                new RatingsPage(ratings.of(reader, new PageRequest(Pages.number(page), A_PAGE))));
    }

    /** Below the complaints and suggestions. */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        MenuEntry publicserviceRatingsEntry() {
            return new MenuEntry("publicservice.menu.ratings", MenuEntry.Menu.DESK, PATH, FeedbackRows.ACTION, 26);
        }
    }
}
