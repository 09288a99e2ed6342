package vn.haidang.casework.web.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.haidang.casework.internal.CaseMigration;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/**
 * Before open cases change the version of their procedure: where each would stand, and which could not go and why.
 *
 * @param versions to which they could go
 * @param unitNames of the cases' units
 * @param moved how many just went, negative before anything was done
 */
public record MigrationPage(
        CaseMigration.Preview preview, List<Procedure> versions, Map<UnitId, String> unitNames, int moved) {

    /** More lines than anybody reads; the rest is counted. */
    private static final int SHOWN = 200;

    /** One step at which open cases stand. */
    public record StepLine(String code, String name, String chosen, long cases) {}

    public String path() {
        return "/admin/procedures/" + preview.from().code() + "/"
                + preview.from().version() + "/move";
    }

    public String back() {
        return "/admin/procedures/" + preview.from().code();
    }

    public List<Option> versionOptions(Screen screen) {
        return versions.stream()
                .map(each -> Option.of(
                        String.valueOf(each.version()), screen.say("casework.compare.version", each.version())))
                .toList();
    }

    /** The steps of the version to which the cases would go, the machine's left out. */
    public List<Option> targets(Screen screen) {
        return preview.to().steps().stream()
                .filter(step -> step.doer() != null)
                .map(step -> Option.of(step.code(), step.name(screen.locale())))
                .toList();
    }

    public List<StepLine> steps(Screen screen) {
        List<StepLine> lines = new ArrayList<>();
        for (Procedure.Step step : preview.from().steps()) {
            long cases = preview.at(step.code());
            if (cases > 0) {
                lines.add(new StepLine(
                        step.code(), step.name(screen.locale()), preview.steps().getOrDefault(step.code(), ""), cases));
            }
        }
        return lines;
    }

    public List<CaseMigration.Line> going() {
        return preview.going().stream().limit(SHOWN).toList();
    }

    public List<CaseMigration.Line> staying() {
        return preview.staying().stream().limit(SHOWN).toList();
    }

    public String unit(CaseMigration.Line line) {
        return unitNames.getOrDefault(line.unit(), "");
    }

    public String from(CaseMigration.Line line, Screen screen) {
        return name(preview.from(), line.step(), screen);
    }

    public String to(CaseMigration.Line line, Screen screen) {
        String to = line.to();
        return to == null ? "" : name(preview.to(), to, screen);
    }

    private static String name(Procedure procedure, String step, Screen screen) {
        return procedure.find(step).map(each -> each.name(screen.locale())).orElse(step);
    }
}
