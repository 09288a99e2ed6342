package vn.haidang.publicservice.web.own;

import java.util.List;
import java.util.stream.Collectors;
import vn.haidang.publicservice.internal.own.Readings.Line;
import vn.haidang.publicservice.internal.own.Readings.Look;
import vn.haidang.ui.Screen;
import vn.haidang.ui.Slice;

/**
 * Who read one's data.
 *
 * @param all whether one's own readings are among them
 */
public record ReadingsPage(Slice<Look> looks, boolean all) {

    static final String PATH = "/my/data/readings";

    /** What for, each once. */
    public static String purposes(Look look, Screen screen) {
        return look.purposes().stream()
                .map(each -> purpose(each, screen))
                .distinct()
                .collect(Collectors.joining("; "));
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

    private static String purpose(String purpose, Screen screen) {
        String key = "publicservice.purpose." + purpose.replace('/', '.');
        return screen.knows(key) ? screen.say(key) : purpose;
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
