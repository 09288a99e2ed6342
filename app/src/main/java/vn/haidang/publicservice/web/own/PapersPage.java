package vn.haidang.publicservice.web.own;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.publicservice.internal.own.WithdrawnResults.Withdrawn;
import vn.haidang.registry.KeptResult;
import vn.haidang.ui.Screen;

/** The own store of results. */
public record PapersPage(List<Paper> papers) {

    public PapersPage {
        papers = List.copyOf(papers);
    }

    /**
     * A result with the hash of its file.
     *
     * @param withdrawn null while it counts
     */
    public record Paper(
            KeptResult result, String sha256, @Nullable Withdrawn withdrawn) {

        /** Since when it does not count any more, and what took its place; empty while it counts. */
        public String gone(Screen screen) {
            if (withdrawn == null) {
                return "";
            }
            String on = screen.shortDay(withdrawn.on());
            return withdrawn.newNumber() == null || withdrawn.newOn() == null
                    ? screen.say("publicservice.papers.withdrawn", on)
                    : screen.say(
                            "publicservice.papers.replaced",
                            on,
                            withdrawn.newNumber(),
                            screen.shortDay(withdrawn.newOn()));
        }

        public String kind(Screen screen) {
            String key = "publicservice.paper-kind." + result.kind();
            return (screen.knows(key) ? screen.say(key) : result.kind()) + " " + result.number();
        }

        public String source(Screen screen) {
            String key = "registry.source." + result.source();
            return screen.knows(key) ? screen.say(key) : result.source();
        }
    }
}
