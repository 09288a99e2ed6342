package vn.haidang.form.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            return field.kind() == Kind.LONG_TEXT || field.kind() == Kind.MULTIPLE;
        }

        /** Whether nobody typed it. */
        public boolean computed() {
            return field.kind() == Kind.COMPUTED;
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
                case NUMBER, MONEY, COMPUTED, GROUP -> Numbers.words(field, value, screen);
                case YES_NO -> value.isBlank() ? "" : screen.say(value.equals("yes") ? "form.yes" : "form.no");
                case MULTIPLE ->
                    Stream.of(value.split(" "))
                            .map(each -> field.choice(each)
                                    .map(choice -> choice.label().in(screen.english()))
                                    .orElse(each))
                            .collect(Collectors.joining("\n"));
                case ADDRESS -> {
                    String[] parts = Binding.addressParts(value);
                    String commune = named.map(unit -> screen.english() ? unit.nameEn() : unit.name())
                            .orElse(parts[0]);
                    yield parts[1].isBlank() || commune.isBlank() ? parts[1] + commune : parts[1] + ", " + commune;
                }
                case DATE -> {
                    var date = Binding.isoDate(value);
                    yield date == null ? value : screen.day(date);
                }
                case CHOICE, SELECT ->
                    field.choice(value)
                            .map(Choice::label)
                            .map(label -> label.in(screen.english()))
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
