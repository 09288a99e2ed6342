package vn.haidang.casework.web.procedure;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.casework.internal.CaseMigration;
import vn.haidang.casework.internal.CaseworkProblems;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.casework.internal.Procedures;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.UnitWords;
import vn.haidang.organization.Units;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** Open cases to another version of their procedure: first which and where to, then doing it. */
@Controller
class MigrationPages {

    private static final String PREFIX = "step-";

    private final CaseMigration migration;
    private final Procedures procedures;
    private final Units units;

    MigrationPages(CaseMigration migration, Procedures procedures, Units units) {
        this.migration = migration;
        this.procedures = procedures;
        this.units = units;
    }

    @GetMapping("/admin/procedures/{code}/{version}/move")
    @Requires(ProcedureAdministration.ACTION)
    PageView before(
            Reader reader,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(defaultValue = "0") int to,
            @RequestParam(defaultValue = "-1") int moved,
            @RequestParam Map<String, String> parameters) {
        List<Procedure> others = procedures.all().stream()
                .filter(each -> each.code().equals(code) && each.version() != version)
                .toList();
        if (others.isEmpty() && to == 0) {
            throw CaseworkProblems.noSuchVersion(code, version);
        }
        int target = to == 0 ? others.getLast().version() : to;
        CaseMigration.Preview preview = migration.preview(code, version, target, steps(parameters), reader);
        Map<UnitId, String> names = new LinkedHashMap<>();
        preview.lines().forEach(line -> names.computeIfAbsent(line.unit(), this::name));
        return new PageView("casework/procedure/move", new MigrationPage(preview, others, names, moved));
    }

    @PostMapping("/admin/procedures/{code}/{version}/move")
    @Requires(ProcedureAdministration.ACTION)
    String move(
            Reader reader,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(defaultValue = "0") int to,
            @RequestParam Map<String, String> parameters) {
        int moved = migration.move(code, version, to, steps(parameters), reader);
        return "redirect:/admin/procedures/" + code + "/" + version + "/move?to=" + to + "&moved=" + moved;
    }

    private String name(UnitId unit) {
        return units.find(unit).map(UnitWords::name).orElse("");
    }

    private static Map<String, String> steps(Map<String, String> parameters) {
        Map<String, String> steps = new HashMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                steps.put(name.substring(PREFIX.length()), value);
            }
        });
        return steps;
    }
}
