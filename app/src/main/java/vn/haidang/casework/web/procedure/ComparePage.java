package vn.haidang.casework.web.procedure;

import java.util.List;
import vn.haidang.ui.Screen;

/** Two versions side by side, only where they differ. */
public record ComparePage(
        String code, String left, String right, List<String> comparable, ProcedureDifferences differences) {

    public List<DifferenceLine> lines(Screen screen) {
        return differences.lines(screen);
    }

    public String path() {
        return "/admin/procedures/" + code;
    }

    public String label(String version, Screen screen) {
        return version.equals("draft")
                ? screen.say("casework.version.draft")
                : screen.say("casework.compare.version", version);
    }
}
