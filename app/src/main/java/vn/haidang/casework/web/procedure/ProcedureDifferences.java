package vn.haidang.casework.web.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.ui.Screen;

/** What two versions say differently, in the words of the table. */
record ProcedureDifferences(ProcedureTable left, ProcedureTable right) {

    private static final String NOTHING = "";

    List<DifferenceLine> lines(Screen screen) {
        List<DifferenceLine> lines = new ArrayList<>();
        compare(lines, screen.say("casework.compare.procedure"), head(left, screen), head(right, screen));
        Set<String> codes = new LinkedHashSet<>();
        right.procedure().steps().forEach(step -> codes.add(step.code()));
        left.procedure().steps().forEach(step -> codes.add(step.code()));
        for (String code : codes) {
            compare(lines, name(code, screen), step(left, code, screen), step(right, code, screen));
        }
        return lines;
    }

    private String name(String code, Screen screen) {
        return right.procedure()
                .find(code)
                .or(() -> left.procedure().find(code))
                .map(step -> step.name(screen.locale()))
                .orElse(code);
    }

    private static Map<String, String> head(ProcedureTable table, Screen screen) {
        Procedure procedure = table.procedure();
        Map<String, String> words = new LinkedHashMap<>();
        words.put(screen.say("casework.compare.name"), procedure.name());
        words.put(screen.say("casework.compare.name-en"), procedure.nameEn());
        words.put(screen.say("casework.compare.work-file"), yes(procedure.workFile(), screen));
        words.put(screen.say("casework.procedure.source"), procedure.source());
        words.put(
                screen.say("casework.procedure.confidence"),
                screen.say("casework.confidence." + procedure.confidence()));
        words.put(
                screen.say("casework.compare.order"),
                String.join(
                        " → ",
                        procedure.steps().stream()
                                .map(step -> step.name(screen.locale()))
                                .toList()));
        return words;
    }

    private static Map<String, String> step(ProcedureTable table, String code, Screen screen) {
        Map<String, String> words = new LinkedHashMap<>();
        table.procedure().find(code).ifPresent(step -> {
            words.put(screen.say("casework.compare.name"), step.name());
            words.put(screen.say("casework.compare.name-en"), step.nameEn());
            words.put(screen.say("casework.procedure.who"), table.doer(step, screen));
            words.put(screen.say("casework.procedure.time"), ProcedureTable.time(step, screen));
            words.put(screen.say("casework.compare.four-eyes"), nothing(step.fourEyesGroup()));
            words.put(screen.say("casework.compare.handler"), nothing(step.handler()));
            words.put(screen.say("casework.procedure.on-paper"), yes(step.onPaper(), screen));
            for (Procedure.Exit exit : step.exits()) {
                List<String> said = new ArrayList<>();
                said.add(exit.name(screen.locale()));
                said.add(table.next(exit, screen));
                said.addAll(ProcedureTable.remarks(exit, screen));
                words.merge(
                        screen.say("casework.compare.exit", exit.outcome()),
                        String.join("; ", said),
                        (one, other) -> one + " / " + other);
            }
        });
        return words;
    }

    private static void compare(
            List<DifferenceLine> lines, String place, Map<String, String> left, Map<String, String> right) {
        if (left.isEmpty() || right.isEmpty()) {
            lines.add(new DifferenceLine(place, NOTHING, said(left), said(right)));
            return;
        }
        Set<String> all = new LinkedHashSet<>(right.keySet());
        all.addAll(left.keySet());
        for (String what : all) {
            String before = left.getOrDefault(what, NOTHING);
            String after = right.getOrDefault(what, NOTHING);
            if (!before.equals(after)) {
                lines.add(new DifferenceLine(place, what, before, after));
            }
        }
    }

    private static String said(Map<String, String> words) {
        return String.join(
                "; ", words.values().stream().filter(word -> !word.isEmpty()).toList());
    }

    private static String yes(boolean value, Screen screen) {
        return screen.say(value ? "casework.compare.yes" : "casework.compare.no");
    }

    private static String nothing(@Nullable String value) {
        return value == null ? NOTHING : value;
    }
}
