package vn.haidang.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One reader following links, from page to page, until no kind of page is left that was not looked at. Of pages that differ only in
 * whom or what they are about, one is looked at; pages for everybody are left to those who read them without an account.
 */
final class Stroll {

    /** Downloads, other sites, ways out; and pages with a look of their own elsewhere. */
    private static final Pattern LEFT = Pattern.compile(
            "(/language|/sign-out|/assets|/services|/apply|/plan|/units|/journal|/lookup|/$|$).*|.*[.](csv|xlsx|json|bpmn|ics|pdf|yml)"
                    + "|.*/(csv|yaml|bpmn|files/.*|papers/.*|result)|/desk/signatures/documents/.*|/desk/registers/.*|/desk/next");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}");
    private static final Pattern NAMED = Pattern.compile(
            "^(/figures/[^/]+|/procedures|/admin/procedures|/admin/forms|/admin/units|/admin/roles|/admin/services|/admin/documents)"
                    + "/(?!import|new|reorganise|boundaries|weights)[^/]+");

    private final Visit visit;
    private final String name;
    private final Set<String> seen = new TreeSet<>();
    private final Deque<String> ahead = new ArrayDeque<>();

    Stroll(Visit visit, String name) {
        this.visit = visit;
        this.name = name;
    }

    /** The kinds of pages reached. */
    Set<String> from(String... doors) {
        List.of(doors).forEach(this::note);
        while (!ahead.isEmpty()) {
            var path = ahead.remove();
            visit.open(path);
            assertThat(visit.page().locator("h1")).hasCount(1);
            visit.look(name + kind(path).replaceAll("[^A-Za-z0-9]+", "-"));
            links().forEach(this::note);
        }
        return seen;
    }

    private void note(String path) {
        if (!LEFT.matcher(plain(path)).matches() && seen.add(kind(path))) {
            ahead.add(path);
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> links() {
        return (List<String>) visit.page().evaluate("""
                () => [...document.querySelectorAll('a[href]')]
                    .filter(link => link.origin === location.origin && !link.hash)
                    .map(link => link.pathname + link.search)
                """);
    }

    private static String plain(String path) {
        return path.replaceFirst("[?].*", "");
    }

    static String kind(String path) {
        var nameless = NAMED.matcher(ID.matcher(plain(path)).replaceAll("*")).replaceFirst("$1/*");
        return nameless.replaceFirst("^/figures/[^/]+/\\*", "/figures/*").replaceAll("/[0-9]+(?=/|$)", "/*");
    }
}
