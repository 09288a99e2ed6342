package vn.haidang.publicservice.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.publicservice.CatalogueDrafts;
import vn.haidang.publicservice.Part;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.ServiceDraft;
import vn.haidang.publicservice.WayDraft;
import vn.haidang.publicservice.internal.ServiceTable;
import vn.haidang.publicservice.web.ServiceTableShownPage.Effect;
import vn.haidang.reference.GivenFile;
import vn.haidang.reference.Refusal;
import vn.haidang.reference.TableStream;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/** Services founded and changed by a table: shown first, then drafted whole or not at all; publishing stays one by one. */
@Controller
class ServiceTablePages {

    static final String PATH = CatalogueDesk.PATH + "/import";

    private static final int MOST_ROWS = 3000;

    private final Catalogue catalogue;
    private final CatalogueDrafts drafts;
    private final JsonMapper json;

    ServiceTablePages(Catalogue catalogue, CatalogueDrafts drafts, JsonMapper json) {
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.json = json;
    }

    /** A line as the page keeps it between looking and saving. */
    private record Given(
            String code,
            String name,
            String agency,
            String duration,
            String sets,
            List<String> audience,
            List<String> channels,
            String steps,
            String items,
            @Nullable List<WayDraft> ways,
            Map<String, @Nullable Object> said) {

        static Given of(ServiceTable.Line line) {
            var draft = line.draft();
            return new Given(
                    draft.code(),
                    draft.name(),
                    draft.agency(),
                    draft.duration(),
                    draft.sets(),
                    draft.audience(),
                    draft.channels(),
                    draft.steps(),
                    draft.items(),
                    draft.ways(),
                    line.said());
        }

        ServiceTable.Line line() {
            return new ServiceTable.Line(
                    new ServiceDraft(code, name, agency, duration, sets, audience, channels, steps, items, ways), said);
        }
    }

    @GetMapping(PATH)
    @Requires(CatalogueDesk.ACTION)
    PageView ask() {
        return new PageView("publicservice/serviceTable", new ServiceTablePage("", List.of(), List.of()));
    }

    @PostMapping(PATH)
    @Requires(CatalogueDesk.ACTION)
    PageView read(@RequestParam(required = false) @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return refused("", List.of(), FieldError.of("file", "publicservice.table.no-file"));
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        var table = TableStream.of(GivenFile.of(name, bytes(file)));
        var ways = ServiceTable.WAY_COLUMNS.stream().anyMatch(table::has);
        var missing = Stream.concat(
                        ServiceTable.COLUMNS.stream(), ways ? ServiceTable.WAY_COLUMNS.stream() : Stream.<String>of())
                .filter(column -> !table.has(column))
                .toList();
        if (!table.refused() && !missing.isEmpty()) {
            return refused(
                    name, List.of(), FieldError.of("file", "publicservice.table.columns", String.join(", ", missing)));
        }
        var lines = new ArrayList<ServiceTable.Line>();
        var seen = new HashSet<String>();
        table.rows(row -> {
            if (lines.size() < MOST_ROWS) {
                var line = ServiceTable.read(row, ways);
                if (!line.draft().code().matches("[0-9A-Za-z][0-9A-Za-z.-]{1,39}")) {
                    row.refuse(
                            "code", "publicservice.table.bad-code", line.draft().code());
                }
                if (!seen.add(line.draft().code())) {
                    row.refuse(
                            "code", "reference.refused.duplicate", line.draft().code());
                }
                lines.add(line);
            }
        });
        if (table.refused() || lines.isEmpty()) {
            return refused(name, table.refusals(), FieldError.of("file", "publicservice.table.nothing", name));
        }
        return shown(lines, false);
    }

    @PostMapping(PATH + "/save")
    @Requires(CatalogueDesk.ACTION)
    ModelAndView save(
            @RequestParam(defaultValue = "") String lines, @RequestParam(defaultValue = "") String token, Reader by) {
        var given = given(lines);
        var page = page(given, true);
        if (!page.token().equals(token)
                && page.count(Effect.NOTHING) < page.rows().size()) {
            var view = new PageView("publicservice/serviceTableShown", page);
            view.setStatus(HttpStatus.CONFLICT);
            return view;
        }
        drafts.take(given, by);
        return new ModelAndView("redirect:" + CatalogueDesk.PATH + "?done=1");
    }

    private PageView shown(List<ServiceTable.Line> lines, boolean meanwhile) {
        return new PageView("publicservice/serviceTableShown", page(lines, meanwhile));
    }

    private ServiceTableShownPage page(List<ServiceTable.Line> lines, boolean meanwhile) {
        var known = catalogue.all().stream().collect(Collectors.toMap(Service::code, service -> service));
        var said = drafts.standing(lines);
        var rows = lines.stream()
                .map(line -> new ServiceTableShownPage.Row(
                        line.draft().code(),
                        line.draft().name(),
                        said.contains(line.draft().code())
                                ? Effect.NOTHING
                                : known.containsKey(line.draft().code()) ? Effect.CHANGES : Effect.FOUNDS,
                        Part.missing(line.draft()),
                        WayChange.of(known.get(line.draft().code()), line.draft())))
                .toList();
        var text = json.writeValueAsString(lines.stream().map(Given::of).toList());
        var token = Integer.toHexString(text.hashCode()) + Integer.toHexString(rows.hashCode());
        return new ServiceTableShownPage(rows, text, token + drafts.fingerprint(lines), meanwhile);
    }

    /** What this page wrote; anything else is a bad request. */
    private List<ServiceTable.Line> given(String text) {
        try {
            var lines = Stream.of(json.readValue(text, Given[].class))
                    .map(Given::line)
                    .toList();
            if (lines.size() <= MOST_ROWS
                    && lines.stream()
                            .allMatch(line -> line.draft().code().matches("[0-9A-Za-z][0-9A-Za-z.-]{1,39}")
                                    && ServiceTable.whole(line))) {
                return lines;
            }
        } catch (JacksonException | NullPointerException | IllegalArgumentException forged) {
            throw Problem.of("ui/bad-request", 400).exception();
        }
        throw Problem.of("ui/bad-request", 400).exception();
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PageView refused(String file, List<Refusal> refusals, FieldError error) {
        var page = new PageView("publicservice/serviceTable", new ServiceTablePage(file, refusals, List.of(error)));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
