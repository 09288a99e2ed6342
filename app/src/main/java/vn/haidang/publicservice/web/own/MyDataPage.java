package vn.haidang.publicservice.web.own;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.form.FormDefinition;
import vn.haidang.registry.KnownValue;
import vn.haidang.ui.Screen;

/**
 * What the city knows of somebody, and where they see and use the rest.
 *
 * @param personal whether the reader is, or represents by law, the person whose data it is
 * @param closed whether the reader acts under an authorisation, which opens nothing here
 */
public record MyDataPage(boolean personal, boolean closed, List<Row> known, List<Begun> drafts) {

    public MyDataPage {
        known = List.copyOf(known);
        drafts = List.copyOf(drafts);
    }

    /**
     * One value.
     *
     * @param words as people read it, empty where it is theirs to say and was not
     * @param correctPath where it is corrected, null where it is not
     * @param gone what became of the commune it names, null where that is there
     */
    public record Row(
            KnownValue value,
            String words,
            @Nullable String correctPath,
            @Nullable Gone gone) {

        public String label(Screen screen) {
            return screen.say("publicservice.attribute." + value.attribute());
        }

        /** Whether nothing is recorded that the person could say. */
        public boolean unsaid() {
            return words.isEmpty();
        }

        public String source(Screen screen) {
            String key = "registry.source." + value.source();
            return (screen.knows(key) ? screen.say(key) : value.source()) + ", " + screen.shortDay(value.asOf());
        }
    }

    /**
     * That the unit recorded is gone.
     *
     * @param now the unit it went into whole, null where it was divided or that is not established
     */
    public record Gone(@Nullable String now) {

        public String words(Screen screen) {
            return now == null
                    ? screen.say("publicservice.own.gone.unknown")
                    : screen.say("publicservice.own.gone.followed", now);
        }
    }

    /** An application that was begun, on whatever device. */
    public record Begun(FormDefinition.Text title, String path, Instant savedAt) {}
}
