package vn.haidang.identity.web.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Username;
import vn.haidang.identity.internal.staff.StaffDesk;
import vn.haidang.identity.internal.staff.StaffRow;
import vn.haidang.identity.internal.staff.StaffRows;
import vn.haidang.identity.internal.staff.StaffSlip;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/** New officials, new posts and the end of posts, one by one or as a table: what it would move is shown before it is saved. */
@Controller
class StaffChangePages {

    private static final TypeReference<List<StaffRow>> ROWS = new TypeReference<>() {};
    private static final TableImportPage.Words TABLE = new TableImportPage.Words(
            StaffPages.PATH,
            "identity.officials.import",
            "identity.staff.import.lead",
            "identity.staff.import.rules",
            StaffRow.COLUMNS);

    private final StaffDesk desk;
    private final StaffRows known;
    private final StaffWords words;
    private final JsonMapper json;

    StaffChangePages(StaffDesk desk, StaffRows known, StaffWords words, JsonMapper json) {
        this.desk = desk;
        this.known = known;
        this.words = words;
        this.json = json;
    }

    /** A new official, or with an official's id a further post of theirs. */
    @GetMapping(StaffPages.PATH + "/new")
    @Requires(StaffMenu.ACTION)
    PageView ask(@RequestParam(defaultValue = "") String official, Locale locale) {
        var form = known(official)
                .map(known -> new StaffForm(known.username(), known.name(), "", "", "", "", "", ""))
                .orElse(StaffForm.EMPTY);
        return form(form, !form.username().isEmpty(), List.of(), locale);
    }

    @PostMapping(StaffPages.PATH + "/new")
    @Requires(StaffMenu.ACTION)
    PageView look(@RequestParam Map<String, String> typed, HttpServletRequest request, Locale locale) {
        var form = StaffForm.of(typed);
        var further = typed.getOrDefault("further", "").equals("true");
        List<FieldError> errors = new ArrayList<>(form.errors(!further));
        var row = form.row();
        if (errors.isEmpty() && row.isPresent()) {
            var plan = desk.plan(List.of(row.get()));
            plan.slips()
                    .forEach(slip -> errors.add(FieldError.of(
                            field(slip.column()),
                            slip.messageKey(),
                            slip.arguments().toArray())));
            if (errors.isEmpty()) {
                return shown(desk.propose(List.of(row.get()), request), false, locale);
            }
        }
        return form(form, further, errors, locale);
    }

    /** The end of a post somebody holds: with a last day, or today with none. */
    @PostMapping(StaffPages.PATH + "/{id}/end")
    @Requires(StaffMenu.ACTION)
    PageView end(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String last,
            HttpServletRequest request,
            Locale locale) {
        var official = known(id.toString())
                .orElseThrow(() -> Problem.of("identity/no-such-account", 404).exception());
        var held = official.posts().stream()
                .filter(each -> each.post().toString().equals(post) && !StaffPages.ended(each.until(), words.today()))
                .findFirst()
                .orElseThrow(() -> Problem.of("identity/no-such-post", 404).exception());
        var until = StaffForm.day(last).map(day -> day.plusDays(1)).orElse(words.today());
        var row = new StaffRow(
                official.username(),
                "",
                "",
                words.key(held.unit()),
                held.role().code(),
                held.title(),
                held.from(),
                until);
        var plan = desk.plan(List.of(row));
        if (!plan.slips().isEmpty()) {
            throw Problem.of("identity/post-cannot-end", 422).exception();
        }
        return shown(desk.propose(List.of(row), request), false, locale);
    }

    @PostMapping(StaffPages.PATH + "/save")
    @Requires(StaffMenu.ACTION)
    ModelAndView save(
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            Locale locale) {
        return desk.save(read(rows), token, request)
                .<ModelAndView>map(other -> {
                    var page = shown(other, true, locale);
                    page.setStatus(HttpStatus.CONFLICT);
                    return page;
                })
                .orElseGet(() -> new ModelAndView("redirect:" + StaffPages.PATH + "?done=1"));
    }

    @GetMapping(StaffPages.PATH + "/import")
    @Requires(StaffMenu.ACTION)
    PageView askTable() {
        return TableImportPage.empty(TABLE);
    }

    @PostMapping(StaffPages.PATH + "/import")
    @Requires(StaffMenu.ACTION)
    PageView table(
            @RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request, Locale locale) {
        if (file == null || file.isEmpty()) {
            return TableImportPage.missing(TABLE);
        }
        var table = HandedIn.read(file, StaffRow.COLUMNS, List.of());
        var sheet = table.sheet();
        var rows = sheet.rows().stream().map(StaffChangePages::row).toList();
        if (!sheet.refused()) {
            for (StaffSlip slip : desk.plan(rows).slips()) {
                sheet.rows()
                        .get(slip.row())
                        .refuse(
                                slip.column(),
                                slip.messageKey(),
                                slip.arguments().toArray());
            }
        }
        if (sheet.refused() || rows.isEmpty()) {
            return TableImportPage.refused(TABLE, table.name(), sheet.refusals());
        }
        return shown(desk.propose(rows, request), false, locale);
    }

    private Optional<StaffRows.Official> known(String id) {
        try {
            return id.isEmpty() ? Optional.empty() : known.official(new AccountId(UUID.fromString(id)));
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    private PageView form(StaffForm form, boolean further, List<FieldError> errors, Locale locale) {
        var page = new PageView(
                "identity/officialForm",
                new OfficialFormPage(form, further, words.units(locale), words.roles(locale), errors));
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private PageView shown(StaffDesk.Proposal proposal, boolean meanwhile, Locale locale) {
        return new PageView(
                "identity/staffChange",
                StaffChangePage.of(
                        proposal,
                        StaffPages.PATH + "/save",
                        json.writeValueAsString(proposal.rows()),
                        meanwhile,
                        words,
                        locale));
    }

    private static String field(String column) {
        return switch (column) {
            case "valid_from" -> "from";
            case "valid_to" -> "last";
            case "" -> "username";
            default -> column;
        };
    }

    private static StaffRow row(ReferenceRow row) {
        return new StaffRow(
                Username.normal(row.text("username")),
                row.optionalText("name").orElse(""),
                row.optionalText("email").orElse(""),
                row.text("unit"),
                row.text("role"),
                row.text("title"),
                row.date("valid_from"),
                row.optionalDate("valid_to").orElse(null));
    }

    /** The rows that came back; something else than this page wrote is a bad request. */
    private List<StaffRow> read(String text) {
        try {
            var rows = json.readValue(text, ROWS);
            if (!rows.isEmpty() && rows.stream().allMatch(StaffRow::isSound)) {
                return rows;
            }
        } catch (JacksonException | IllegalArgumentException | NullPointerException forged) {
            throw Problem.of("ui/bad-request", 400).exception();
        }
        throw Problem.of("ui/bad-request", 400).exception();
    }
}
