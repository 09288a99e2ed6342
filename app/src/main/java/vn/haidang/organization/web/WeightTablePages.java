package vn.haidang.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.journal.Actor;
import vn.haidang.organization.Extent;
import vn.haidang.organization.Reforms;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.organization.Weighting;
import vn.haidang.organization.internal.WeightRows;
import vn.haidang.reference.GivenFile;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Refusal;
import vn.haidang.reference.TableStream;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** Weights of many divided units as one table, a line for each part, and saving weights that were shown with what they move. */
@Controller
class WeightTablePages {

    static final String PATH = UnitsMenu.PATH + "/weights";
    static final List<String> COLUMNS = List.of("from", "to", "share", "basis", "source");

    private static final int MOST_ROWS = 5000;
    private static final Set<String> BASES = Set.of("population", "area", "households", "other");

    private final Units units;
    private final Reforms reforms;
    private final WeightRows weights;
    private final WeighDesk desk;

    WeightTablePages(Units units, Reforms reforms, WeightRows weights, WeighDesk desk) {
        this.units = units;
        this.reforms = reforms;
        this.weights = weights;
        this.desk = desk;
    }

    @GetMapping(PATH)
    @Requires(UnitsMenu.ACTION)
    PageView ask() {
        return page("", List.of(), List.of());
    }

    @PostMapping(PATH)
    @Requires(UnitsMenu.ACTION)
    PageView read(@RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request) {
        if (file == null || file.isEmpty()) {
            return refused("", List.of(), List.of(FieldError.of("file", "organization.admin.no-file")));
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        var table = TableStream.of(GivenFile.of(name, bytes(file)));
        var missing = COLUMNS.stream().filter(column -> !table.has(column)).toList();
        if (!table.refused() && !missing.isEmpty()) {
            return refused(
                    name,
                    List.of(),
                    List.of(FieldError.of("file", "organization.admin.columns", String.join(", ", missing))));
        }
        var lines = new ArrayList<WeightLine>();
        var seen = new HashSet<String>();
        table.rows(row -> {
            if (lines.size() < MOST_ROWS) {
                var line = line(row);
                if (!seen.add(line.from() + ' ' + line.to())) {
                    row.refuse("to", "reference.refused.duplicate", line.to());
                }
                lines.add(line);
            }
        });
        if (table.refused() || lines.isEmpty()) {
            return refused(
                    name, table.refusals(), List.of(FieldError.of("file", "organization.admin.file-refused", name)));
        }
        var errors = desk.weightings(lines).stream()
                .flatMap(weighting ->
                        reforms.objections(weighting).stream().map(objection -> ofUnit(weighting, objection)))
                .distinct()
                .toList();
        return errors.isEmpty() ? desk.propose(lines, request) : refused(name, List.of(), errors);
    }

    @PostMapping(PATH + "/save")
    @Requires(UnitsMenu.ACTION)
    ModelAndView save(
            @RequestParam(defaultValue = "") String lines,
            @RequestParam(defaultValue = "") String token,
            Actor by,
            HttpServletRequest request) {
        return desk.save(lines, token, by, request)
                .<ModelAndView>map(page -> {
                    page.setStatus(HttpStatus.CONFLICT);
                    return page;
                })
                .orElseGet(() -> new ModelAndView("redirect:" + UnitsMenu.PATH + "?done=1"));
    }

    private FieldError ofUnit(Weighting weighting, FieldError objection) {
        var name = units.get(weighting.from()).name();
        return objection.messageKey().equals("organization.weights.not-whole")
                ? FieldError.of(
                        "file",
                        "organization.weights.of-unit.whole",
                        name,
                        objection.arguments().getFirst())
                : FieldError.of("file", "organization.weights.of-unit.parts", name);
    }

    private WeightLine line(ReferenceRow row) {
        var line = new WeightLine(
                key(row, "from"), key(row, "to"), row.text("share"), row.oneOf("basis", BASES), row.text("source"));
        if (line.part() == null) {
            row.refuse("share", "organization.weights.bad-share");
        }
        return line;
    }

    private String key(ReferenceRow row, String column) {
        var key = row.text(column);
        if (units.byKey(key).isEmpty()) {
            row.refuse(column, "reference.refused.unknown-key", key);
        }
        return key;
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PageView refused(String file, List<Refusal> refusals, List<FieldError> errors) {
        var page = page(file, refusals, errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private PageView page(String file, List<Refusal> refusals, List<FieldError> errors) {
        var divided = weights.wanting().stream()
                .flatMap(unit -> units.find(unit).stream())
                .sorted(Comparator.comparing(Unit::name).thenComparing(Unit::key))
                .toList();
        var wanting = divided.stream().flatMap(this::lines).toList();
        return new PageView(
                "organization/weightTable", new WeightTablePage(COLUMNS, divided, wanting, file, refusals, errors));
    }

    private Stream<String> lines(Unit unit) {
        return units.successors(unit.id()).stream()
                .filter(step -> step.extent() == Extent.PART)
                .flatMap(step -> {
                    UnitId to = step.to();
                    return to == null ? Stream.empty() : units.find(to).stream();
                })
                .map(part -> unit.key() + "," + part.key() + ",,,");
    }
}
