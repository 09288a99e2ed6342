package vn.haidang.registry.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.haidang.registry.Authorisation;
import vn.haidang.registry.spi.AuthorisableServices.AuthorisableService;
import vn.haidang.ui.Screen;

/**
 * Both directions on one page.
 *
 * @param party in whose name the given ones are
 * @param names of services, by code
 */
public record AuthorisationsPage(
        String party,
        boolean mayGive,
        List<Authorisation> received,
        List<Authorisation> given,
        Map<String, AuthorisableService> names) {

    public List<Authorisation> received(Authorisation.State state) {
        return received.stream().filter(each -> each.state() == state).toList();
    }

    /** What it covers, in the reader's words. */
    public String covers(Screen screen, Authorisation authorisation) {
        if (authorisation.services().isEmpty()) {
            return screen.say("registry.authorisation.all");
        }
        return String.join(
                "; ",
                authorisation.services().stream()
                        .map(code -> name(screen, code))
                        .toList());
    }

    public String term(Screen screen, Authorisation authorisation) {
        return screen.say(
                "registry.authorisation.term",
                screen.shortDay(authorisation.from()),
                screen.shortDay(authorisation.last()));
    }

    public static String state(Authorisation authorisation) {
        return authorisation.state().name().toLowerCase(Locale.ROOT);
    }

    public static String colour(Authorisation authorisation) {
        return switch (authorisation.state()) {
            case WAITING -> "amber";
            case ACCEPTED -> "green";
            case DECLINED, REVOKED, ENDED -> "grey";
        };
    }

    private String name(Screen screen, String code) {
        var known = names.get(code);
        return known == null ? code : screen.english() ? known.nameEn() : known.name();
    }
}
