package vn.haidang.publicservice.web.own;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.haidang.publicservice.internal.own.Readings.Line;
import vn.haidang.ui.Screen;
import vn.haidang.ui.Slice;

/**
 * Who read one's data.
 *
 * @param all whether one's own readings are among them
 */
public record ReadingsPage(Slice<Line> lines, boolean all) {

    static final String PATH = "/my/data/readings";

    /** One look as people understand it: what somebody read of the same dossiers within the same minute, by whatever parts of a page. */
    public record Look(List<Line> lines) {

        public Look {
            lines = List.copyOf(lines);
        }

        public Line line() {
            return lines.getFirst();
        }

        /** What for, each once. */
        public String purposes(Screen screen) {
            return lines.stream().map(each -> purpose(each, screen)).distinct().collect(Collectors.joining("; "));
        }

        /** Of what; the record of the person where any part of it was read. */
        public String about(Screen screen) {
            return ReadingsPage.about(
                    lines.stream().filter(Line::register).findFirst().orElse(line()), screen);
        }

        private boolean goesOnWith(Line next) {
            return next.who() == line().who()
                    && next.posts().equals(line().posts())
                    && next.dossiers().equals(line().dossiers())
                    && next.at()
                            .truncatedTo(ChronoUnit.MINUTES)
                            .equals(line().at().truncatedTo(ChronoUnit.MINUTES));
        }
    }

    /** What stands on this page, look by look. */
    public List<Look> looks() {
        List<Look> looks = new ArrayList<>();
        for (Line line : lines.rows()) {
            Look before = looks.isEmpty() ? null : looks.getLast();
            if (before != null && before.goesOnWith(line)) {
                List<Line> all = new ArrayList<>(before.lines());
                all.add(line);
                looks.set(looks.size() - 1, new Look(all));
            } else {
                looks.add(new Look(List.of(line)));
            }
        }
        return looks;
    }

    /** A post in the reader's language; its title stays Vietnamese where nobody said it in English. */
    public record Post(String title, String titleLang, String unit) {}

    public static List<Post> posts(Line line, Screen screen) {
        return line.posts().stream()
                .map(post -> screen.english() && !post.titleEn().isEmpty()
                        ? new Post(post.titleEn(), "en", post.unitEn())
                        : new Post(post.title(), "vi", screen.english() ? post.unitEn() : post.unit()))
                .distinct()
                .toList();
    }

    /** An official by post and unit; a purpose nobody put into words shows as its code. */
    public static String who(Line line, Screen screen) {
        return switch (line.who()) {
            case OFFICIAL ->
                posts(line, screen).stream()
                        .map(post -> post.title() + ", " + post.unit())
                        .collect(Collectors.joining("; "));
            case SELF -> screen.say("publicservice.readings.self");
            case REPRESENTATIVE -> screen.say("publicservice.readings.representative");
            case PERSON -> screen.say("publicservice.readings.person");
            case VISITOR -> screen.say("publicservice.readings.visitor");
            case SYSTEM -> screen.say("publicservice.readings.system");
        };
    }

    public static String purpose(Line line, Screen screen) {
        String key = "publicservice.purpose." + line.purpose().replace('/', '.');
        return screen.knows(key) ? screen.say(key) : line.purpose();
    }

    public static String about(Line line, Screen screen) {
        String dossiers = String.join(", ", line.dossiers());
        if (!line.register()) {
            return dossiers;
        }
        String register = screen.say("publicservice.readings.register");
        return dossiers.isEmpty() ? register : dossiers + ", " + register;
    }

    public String path() {
        return all ? PATH + "?own=1" : PATH;
    }
}
