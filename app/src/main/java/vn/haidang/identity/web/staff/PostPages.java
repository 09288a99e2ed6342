package vn.haidang.identity.web.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.internal.staff.PostDesk;
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
    private final PostDesk desk;
    private final StaffWords words;

    PostPages(StaffRows rows, PostDesk desk, StaffWords words) {
        this.rows = rows;
        this.desk = desk;
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

    /** Without the token of what was shown it shows what would be; with it, it is saved. */
    @PostMapping(PATH + "/{id}/abolish")
    @Requires(StaffMenu.ACTION)
    ModelAndView abolish(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            Locale locale) {
        if (token.isEmpty()) {
            return shown(desk.propose(id, request), false, locale);
        }
        return desk.save(id, token, request)
                .<ModelAndView>map(proposal -> {
                    var page = shown(proposal, true, locale);
                    page.setStatus(HttpStatus.CONFLICT);
                    return page;
                })
                .orElseGet(() -> new ModelAndView("redirect:" + PATH + "?show=vacant"));
    }

    private PageView shown(PostDesk.Proposal proposal, boolean meanwhile, Locale locale) {
        return new PageView(
                "identity/postEnd",
                new PostEndPage(
                        proposal,
                        words.unit(proposal.seat().unit(), locale),
                        words.role(proposal.seat().role(), locale),
                        meanwhile));
    }
}
