package vn.haidang.publicservice.web.own;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.Unit;
import vn.haidang.publicservice.internal.own.ResultOrigins.Origin;
import vn.haidang.publicservice.internal.own.WithdrawnResults.Withdrawn;
import vn.haidang.registry.KeptResult;
import vn.haidang.ui.Screen;

/** The own store of results. */
public record PapersPage(List<Paper> papers) {

    public PapersPage {
        papers = List.copyOf(papers);
    }

    /** The application a result came of, and who answered it. */
    public record From(Origin origin, Unit issuer) {

        public String path() {
            return "/my/applications/" + origin.application().value();
        }
    }

    /**
     * A result with the hash of its file.
     *
     * @param withdrawn null while it counts
     * @param from what it came of, null for what no application here gave
     */
    public record Paper(
            KeptResult result,
            String sha256,
            @Nullable Withdrawn withdrawn,
            @Nullable From from) {

        /** What it is a result of; the kind of paper where that is not known. */
        public String of(Screen screen) {
            if (from == null) {
                return kind(screen);
            }
            return screen.english() ? from.origin().serviceEn() : from.origin().service();
        }

        /** Who issued it. */
        public String issuer(Screen screen) {
            if (from == null) {
                return screen.say("publicservice.papers.issuer.unknown");
            }
            return screen.english() ? from.issuer().nameEn() : from.issuer().name();
        }

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
