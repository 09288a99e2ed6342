package vn.haidang.identity.web.staff;

import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.identity.internal.staff.StaffActs;
import vn.haidang.identity.internal.staff.StaffRows;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** The posts of the city: who holds each, and which nobody holds. */
@Controller
class PostPages {

    static final String PATH = "/admin/posts";

    private static final int SIZE = 50;

    private final StaffRows rows;
    private final StaffActs acts;
    private final StaffWords words;

    PostPages(StaffRows rows, StaffActs acts, StaffWords words) {
        this.rows = rows;
        this.acts = acts;
        this.words = words;
    }

    @GetMapping(PATH)
    @Requires(StaffMenu.ACTION)
    PageView list(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "1") int page,
            Locale locale) {
        var vacant = show.equals("vacant");
        var at = unit.isEmpty() ? null : UnitId.ofKey(unit);
        var seats = rows.seats(vacant, at, words.today(), new PageRequest(page, SIZE));
        return new PageView(
                "identity/posts",
                new PostsPage(
                        seats,
                        vacant,
                        unit,
                        words.units(locale),
                        seats.rows().stream()
                                .map(seat -> new PostsPage.Words(
                                        words.unit(seat.unit(), locale), words.role(seat.role(), locale)))
                                .toList()));
    }

    @PostMapping(PATH + "/{id}/abolish")
    @Requires(StaffMenu.ACTION)
    String abolish(@PathVariable UUID id) {
        acts.abolish(id, words.today());
        return "redirect:" + PATH + "?show=vacant";
    }
}
