package vn.haidang.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.haidang.organization.Extent;
import vn.haidang.organization.Reform;
import vn.haidang.organization.Reforms;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.reference.GivenFile;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Refusal;
import vn.haidang.reference.TableStream;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** A whole reform as a table: a line for each unit that begins and for each way from one that ends to one that follows. */
@Controller
class ReformImportPages {

    static final List<String> COLUMNS = List.of("from", "to", "extent", "name", "name_en", "kind", "parent", "code");

    private static final int MOST_ROWS = 5000;

    private final Units units;
    private final Reforms reforms;
    private final ReformDesk desk;
    private final UnitChoice choice;

    ReformImportPages(Units units, Reforms reforms, ReformDesk desk, UnitChoice choice) {
        this.units = units;
        this.reforms = reforms;
        this.desk = desk;
        this.choice = choice;
    }

    @GetMapping(UnitsMenu.PATH + "/import")
    @Requires(UnitsMenu.ACTION)
    PageView ask() {
        return page(new Typed(Map.of()), "", List.of());
    }

    @PostMapping(UnitsMenu.PATH + "/import")
    @Requires(UnitsMenu.ACTION)
    PageView read(
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request) {
        var typed = new Typed(fields);
        var on = typed.day("on");
        if (file == null || file.isEmpty()) {
            typed.refuse("file", "organization.admin.no-file");
            return refused(typed, "", List.of());
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        var table = TableStream.of(GivenFile.of(name, bytes(file)));
        var reform = typed.errors().isEmpty() ? reform(table, typed, on) : null;
        if (reform == null || table.refused()) {
            return refused(typed, name, table.refusals());
        }
        typed.refuse(reforms.objections(reform));
        return typed.errors().isEmpty() ? desk.propose(reform, request) : refused(typed, name, List.of());
    }

    private @Nullable Reform reform(TableStream table, Typed typed, LocalDate on) {
        var missing = COLUMNS.stream()
                .filter(column -> !table.refused() && !table.has(column))
                .toList();
        if (!missing.isEmpty()) {
            typed.refuse("file", "organization.admin.columns", String.join(", ", missing));
            return null;
        }
        var founded = new LinkedHashMap<String, Reform.NewUnit>();
        var steps = new ArrayList<Reform.Step>();
        table.rows(row -> {
            if (steps.size() + founded.size() < MOST_ROWS) {
                row(row, on, founded, steps);
            }
        });
        return new Reform(on, typed.paper(), List.copyOf(founded.values()), List.of(), List.of(), steps);
    }

    private void row(ReferenceRow row, LocalDate on, Map<String, Reform.NewUnit> founded, List<Reform.Step> steps) {
        var to = row.optionalText("to").map(key -> target(row, key, on, founded));
        var from = row.optionalText("from")
                .flatMap(text -> {
                    var unit = choice.typed(text, on.minusDays(1));
                    if (unit.isEmpty()) {
                        row.refuse("from", "reference.refused.unknown-key", text);
                    }
                    return unit;
                })
                .map(Unit::id);
        if (from.isPresent() && to.isPresent()) {
            var whole = row.oneOf("extent", Set.of("whole", "part")).equals("whole");
            steps.add(new Reform.Step(
                    from.get(), to.get(), whole ? "merged" : "split", whole ? Extent.WHOLE : Extent.PART));
        } else if (from.isPresent()) {
            steps.add(new Reform.Step(from.get(), null, "abolished", Extent.NONE));
        }
    }

    private UnitId target(ReferenceRow row, String key, LocalDate on, Map<String, Reform.NewUnit> founded) {
        var known = founded.get(key);
        if (known != null || row.optionalText("name").isEmpty()) {
            return known != null
                    ? known.id()
                    : choice.typed(key, on).map(Unit::id).orElseGet(() -> {
                        row.refuse("to", "reference.refused.unknown-key", key);
                        return UnitId.ofKey(key);
                    });
        }
        var parent = row.optionalText("parent")
                .flatMap(above -> choice.typed(above, on))
                .map(Unit::id)
                .orElseGet(() -> units.city(on).id());
        var unit = new Reform.NewUnit(
                key,
                row.text("name"),
                row.text("name_en"),
                row.oneOf("kind", Set.copyOf(UnitChoice.KINDS)),
                parent,
                row.optionalText("code").orElse(""));
        founded.put(key, unit);
        return unit.id();
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PageView refused(Typed typed, String file, List<Refusal> refusals) {
        var page = page(typed, file, refusals);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static PageView page(Typed typed, String file, List<Refusal> refusals) {
        return new PageView("organization/reformImport", new ImportPage(typed, COLUMNS, file, refusals));
    }
}
