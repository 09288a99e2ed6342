package vn.haidang.form.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.haidang.form.Answer;
import vn.haidang.form.FormDefinition.Choice;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Text;
import vn.haidang.form.internal.Binding;
import vn.haidang.organization.Unit;
import vn.haidang.ui.Screen;

/** All answers of a form in its order, in sections; neighbouring pages of one question share a section. */
public record AnswersPage(List<Section> sections, @Nullable String filePath) {

    /** Rows under a title, or under none. */
    public record Section(@Nullable Text title, List<Row> rows) {}

    /**
     * One answer.
     *
     * @param changePath where it can be changed, empty when it cannot
     */
    public record Row(
            Field field,
            Answer answer,
            Optional<Unit> unit,
            Optional<Unit> knownUnit,
            List<AnsweredFile> files,
            String changePath) {

        public boolean multiline() {
            return field.kind() == Kind.LONG_TEXT;
        }

        public String label(Screen screen) {
            return field.label().in(screen.english());
        }

        public String value(Screen screen) {
            return shown(answer.value(), unit, screen);
        }

        public String known(Screen screen) {
            return Sources.words(
                    answer, answer.known() == null ? "" : shown(answer.known(), knownUnit, screen), screen);
        }

        private String shown(String value, Optional<Unit> named, Screen screen) {
            return switch (field.kind()) {
                case TEXT, LONG_TEXT, PERSONAL_NUMBER, PHONE, EMAIL -> value;
                case DATE -> {
                    var date = Binding.isoDate(value);
                    yield date == null ? value : screen.day(date);
                }
                case CHOICE, SELECT ->
                    field.choices().stream()
                            .filter(choice -> choice.value().equals(value))
                            .map(Choice::label)
                            .map(label -> label.in(screen.english()))
                            .findFirst()
                            .orElse(value);
                case UNIT ->
                    named.map(unit -> screen.english() ? unit.nameEn() : unit.name())
                            .orElse(value);
                case FILE -> "";
                case DECLARATION -> screen.say(value.equals("yes") ? "form.declared" : "form.not-declared");
            };
        }
    }
}
