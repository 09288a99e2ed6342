package vn.haidang.ui.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.haidang.ui.MenuItem;
import vn.haidang.ui.spi.Badge;
import vn.haidang.ui.spi.MenuEntry;

/** The menus, made of what the modules declare. */
@Component
class Menus {

    private static final Comparator<MenuEntry> ORDER =
            Comparator.comparingInt(MenuEntry::order).thenComparing(MenuEntry::key);

    /** Asked for at the first page only: what stands in menus may itself need what the web part is made of. */
    private final SingletonSupplier<List<MenuEntry>> entries;

    private final SingletonSupplier<List<Badge>> badges;

    Menus(ObjectProvider<MenuEntry> entries, ObjectProvider<Badge> badges) {
        this.entries = SingletonSupplier.of(() -> entries.stream().sorted(ORDER).toList());
        this.badges = SingletonSupplier.of(() -> badges.stream().toList());
    }

    List<MenuItem> items(MenuEntry.Menu menu, Standing standing, Wording wording, String path) {
        var here = here(path);
        return entries.obtain().stream()
                .filter(entry -> entry.menu() == menu && standing.permits(entry.action()))
                .map(entry -> new MenuItem(
                        wording.say(entry.key()), entry.path(), entry.path().equals(here), count(entry, standing)))
                .toList();
    }

    /** The entry under which a page lies: of several whose path it begins with, the longest. */
    private String here(String path) {
        return entries.obtain().stream()
                .filter(entry -> leadsTo(entry, path))
                .map(MenuEntry::path)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static boolean leadsTo(MenuEntry entry, String path) {
        return path.equals(entry.path()) || path.startsWith(entry.path() + "/");
    }

    private long count(MenuEntry entry, Standing standing) {
        return badges.obtain().stream()
                .filter(badge -> badge.entry().equals(entry.key()))
                .mapToLong(badge -> countOnce(badge, standing.request()))
                .findFirst()
                .orElse(-1);
    }

    /** However often a request draws its menus. */
    private static long countOnce(Badge badge, HttpServletRequest request) {
        var kept = "badge " + badge.entry();
        if (request.getAttribute(kept) instanceof Long counted) {
            return counted;
        }
        long count = badge.count(request);
        request.setAttribute(kept, count);
        return count;
    }
}
