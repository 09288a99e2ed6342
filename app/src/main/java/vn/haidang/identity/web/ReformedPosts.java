package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import org.springframework.stereotype.Component;
import vn.haidang.identity.internal.PostsOfUnits;
import vn.haidang.identity.internal.staff.RoleDesk;
import vn.haidang.organization.Reform;
import vn.haidang.organization.Units;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.spi.Consequence;

/** Tells which posts are at units that a reform ends, and how many of them somebody holds on its day; the last administrator stays. */
@Component
class ReformedPosts implements Consequence<Reform> {

    private final PostsOfUnits posts;
    private final Units units;
    private final RoleDesk desk;

    ReformedPosts(PostsOfUnits posts, Units units, RoleDesk desk) {
        this.posts = posts;
        this.units = units;
        this.desk = desk;
    }

    @Override
    public Class<Reform> change() {
        return Reform.class;
    }

    /** @throws vn.haidang.ui.ProblemException {@code identity/last-administrator} */
    @Override
    public Outlook outlook(Reform change, HttpServletRequest request) {
        desk.keepAnAdministrator(change.from(), change.on());
        var places = posts.on(change.on(), change.from()).stream()
                .flatMap(count -> units.find(count.unit()).stream()
                        .map(unit -> new ReformedPostsPage.Place(unit, count.title(), count.posts(), count.held())))
                .sorted(Comparator.comparing(
                                (ReformedPostsPage.Place place) -> place.unit().name())
                        .thenComparing(ReformedPostsPage.Place::title))
                .toList();
        if (places.isEmpty()) {
            return Outlook.NOTHING;
        }
        var page = new ReformedPostsPage(places);
        var fingerprint = Integer.toHexString(places.toString().hashCode());
        return new Outlook(page.posts(), fingerprint, new Fragment("identity/reformed-posts", page));
    }

    @Override
    public void settle(Reform change, boolean move, HttpServletRequest request) {
        // who acts where after the reform is appointed on its own page
    }
}
