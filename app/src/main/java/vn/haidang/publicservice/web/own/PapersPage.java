package vn.haidang.publicservice.web.own;

import java.util.List;
import vn.haidang.registry.KeptResult;
import vn.haidang.ui.Screen;

/** The own store of results. */
public record PapersPage(List<Paper> papers) {

    public PapersPage {
        papers = List.copyOf(papers);
    }

    /** A result with the hash of its file. */
    public record Paper(KeptResult result, String sha256) {

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
