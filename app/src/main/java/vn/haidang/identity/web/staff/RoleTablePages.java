package vn.haidang.identity.web.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.internal.staff.RoleDesk;
import vn.haidang.identity.internal.staff.RoleRows;
import vn.haidang.reference.Refusal;
import vn.haidang.reference.Sheet;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** What roles may do, handed in as a table: each role it names shall be able to do exactly what it says, the others stay. */
@Controller
class RoleTablePages {

    private final RoleRows rows;
    private final RoleDesk desk;
    private final StaffWords words;

    RoleTablePages(RoleRows rows, RoleDesk desk, StaffWords words) {
        this.rows = rows;
        this.desk = desk;
        this.words = words;
    }

    @GetMapping(RolePages.PATH + "/import")
    @Requires(StaffMenu.ACTION)
    PageView ask() {
        return table("", List.of(), List.of());
    }

    @PostMapping(RolePages.PATH + "/import")
    @Requires(StaffMenu.ACTION)
    PageView look(@RequestParam(required = false) @Nullable MultipartFile file, Reader reader, Locale locale) {
        if (file == null || file.isEmpty()) {
            return table("", List.of(), List.of(FieldError.of("file", "identity.staff.import.file.missing")));
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        var sheet = read(name, file);
        var wanted = wanted(sheet);
        if (sheet.refused() || wanted.isEmpty()) {
            return table(name, sheet.refusals(), List.of(FieldError.of("file", "identity.staff.import.refused", name)));
        }
        return RolePages.changed(desk.propose(desk.edits(wanted)), false, reader, words, locale);
    }

    private Map<Role, Set<String>> wanted(Sheet sheet) {
        var roles = rows.all(words.today()).stream().map(RoleRows.Row::code).toList();
        var actions = rows.actions();
        Map<Role, Set<String>> wanted = new LinkedHashMap<>();
        if (sheet.refused()) {
            return wanted;
        }
        for (var row : sheet.rows()) {
            var role = row.text("role");
            var action = row.text("action");
            if (!roles.contains(role)) {
                row.refuse("role", "problem.identity.no-such-role", role);
            } else if (!actions.contains(action)) {
                row.refuse("action", "identity.role.refused.action", action);
            } else {
                wanted.computeIfAbsent(new Role(role), key -> new TreeSet<>()).add(action);
            }
        }
        return wanted;
    }

    private static PageView table(String fileName, List<Refusal> refusals, List<FieldError> errors) {
        var page = new PageView("identity/roleImport", new RoleImportPage(fileName, refusals, errors));
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private static Sheet read(String name, MultipartFile file) {
        try {
            return Sheet.read(name, file.getBytes(), List.of(new Sheet.Level("", RoleImportPage.COLUMNS)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
