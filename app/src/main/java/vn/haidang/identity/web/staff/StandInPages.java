package vn.haidang.identity.web.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Username;
import vn.haidang.identity.internal.SubstituteRows;
import vn.haidang.identity.internal.staff.StandInDesk;
import vn.haidang.identity.internal.staff.StandInRow;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/** Who stands in for whom in all the city, and changes of it, one by one or as a table. */
@Controller
class StandInPages {

    static final String PATH = "/admin/substitutes";

    private static final TypeReference<List<StandInRow>> ROWS = new TypeReference<>() {};
    private static final TableImportPage.Words TABLE = new TableImportPage.Words(
            PATH,
            "identity.stand-in.import",
            "identity.stand-in.import.lead",
            "identity.stand-in.import.rules",
            StandInRow.COLUMNS);
    private static final int SIZE = 50;

    private final StandInDesk desk;
    private final SubstituteRows rows;
    private final StandInForms forms;
    private final StaffWords words;
    private final JsonMapper json;

    StandInPages(StandInDesk desk, SubstituteRows rows, StandInForms forms, StaffWords words, JsonMapper json) {
        this.desk = desk;
        this.rows = rows;
        this.forms = forms;
        this.words = words;
        this.json = json;
    }

    @GetMapping(PATH)
    @Requires(StaffMenu.ACTION)
    PageView list(
            @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "") String done, Locale locale) {
        var slice = rows.all(words.today(), new PageRequest(page, SIZE));
        return new PageView(
                "identity/standIns",
                new StandInsPage(
                        slice,
                        slice.rows().stream()
                                .map(each -> new StandInsPage.Words(
                                        words.role(each.role(), locale), words.unit(each.unit(), locale)))
                                .toList(),
                        !done.isEmpty()));
    }

    /** For one official: which of their posts, and who of their colleagues. */
    @GetMapping(PATH + "/new")
    @Requires(StaffMenu.ACTION)
    PageView ask(@RequestParam(defaultValue = "") String official, Locale locale) {
        return forms.view(forms.of(official), StandInForms.EMPTY, List.of(), locale);
    }

    @PostMapping(PATH + "/new")
    @Requires(StaffMenu.ACTION)
    PageView look(
            @RequestParam(defaultValue = "") String official,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String substitute,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String last,
            Reader reader,
            HttpServletRequest request,
            Locale locale) {
        var of = forms.of(official);
        var typed = new StandInForms.Typed(post, substitute, from, last);
        var row = typed.row(of.username());
        if (row.isEmpty()) {
            return forms.view(of, typed, typed.errors(), locale);
        }
        var proposal = desk.propose(List.of(row.get()), reader, request);
        return proposal.slips().isEmpty()
                ? shown(proposal, false, locale)
                : forms.view(of, typed, StandInForms.errors(proposal.slips()), locale);
    }

    /** What the end of one declaration from today would move. */
    @PostMapping(PATH + "/{id}/end")
    @Requires(StaffMenu.ACTION)
    PageView end(@PathVariable UUID id, Reader reader, HttpServletRequest request, Locale locale) {
        return shown(desk.propose(List.of(desk.end(id)), reader, request), false, locale);
    }

    @PostMapping(PATH + "/save")
    @Requires(StaffMenu.ACTION)
    ModelAndView save(
            @RequestParam(name = "rows", defaultValue = "") String lines,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            HttpServletRequest request,
            Locale locale) {
        return desk.save(read(lines), token, reader, request)
                .<ModelAndView>map(other -> {
                    var page = shown(other, true, locale);
                    page.setStatus(HttpStatus.CONFLICT);
                    return page;
                })
                .orElseGet(() -> new ModelAndView("redirect:" + PATH + "?done=1"));
    }

    @GetMapping(PATH + "/import")
    @Requires(StaffMenu.ACTION)
    PageView askTable() {
        return TableImportPage.empty(TABLE);
    }

    @PostMapping(PATH + "/import")
    @Requires(StaffMenu.ACTION)
    PageView table(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Reader reader,
            HttpServletRequest request,
            Locale locale) {
        if (file == null || file.isEmpty()) {
            return TableImportPage.missing(TABLE);
        }
        var table = HandedIn.read(file, StandInRow.COLUMNS, List.of());
        var sheet = table.sheet();
        var lines = sheet.rows().stream().map(StandInPages::row).toList();
        if (sheet.refused() || lines.isEmpty()) {
            return TableImportPage.refused(TABLE, table.name(), sheet.refusals());
        }
        var proposal = desk.propose(lines, reader, request);
        proposal.slips()
                .forEach(slip -> sheet.rows()
                        .get(slip.row())
                        .refuse(
                                slip.column(),
                                slip.messageKey(),
                                slip.arguments().toArray()));
        return sheet.refused()
                ? TableImportPage.refused(TABLE, table.name(), sheet.refusals())
                : shown(proposal, false, locale);
    }

    private PageView shown(StandInDesk.Proposal proposal, boolean meanwhile, Locale locale) {
        return new PageView(
                "identity/standInChange",
                StandInChangePage.of(proposal, json.writeValueAsString(proposal.rows()), meanwhile, words, locale));
    }

    private static StandInRow row(ReferenceRow row) {
        return new StandInRow(
                Username.normal(row.text("principal")),
                Username.normal(row.text("substitute")),
                row.text("unit"),
                row.text("role"),
                row.date("valid_from"),
                row.date("valid_to"));
    }

    /** The rows that came back; something else than this page wrote is a bad request. */
    private List<StandInRow> read(String text) {
        try {
            var lines = json.readValue(text, ROWS);
            if (!lines.isEmpty() && lines.stream().allMatch(StandInRow::isSound)) {
                return lines;
            }
        } catch (JacksonException | IllegalArgumentException | NullPointerException forged) {
            throw Problem.of("ui/bad-request", 400).exception();
        }
        throw Problem.of("ui/bad-request", 400).exception();
    }
}
