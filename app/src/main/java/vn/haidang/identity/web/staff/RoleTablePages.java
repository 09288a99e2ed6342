package vn.haidang.identity.web.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.internal.staff.NewRole;
import vn.haidang.identity.internal.staff.RoleDesk;
import vn.haidang.identity.internal.staff.RoleRows;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Sheet;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/**
 * What roles may do, handed in as a table: each role it names shall be able to do exactly what it says, the others stay. One that there
 * is not yet is founded where a line gives its names.
 */
@Controller
class RoleTablePages {

    private static final List<String> COLUMNS = List.of("role", "action");

    /** Only for roles that there are not yet. */
    private static final List<String> OPTIONAL = List.of("name", "name_en");

    private static final TableImportPage.Words TABLE = new TableImportPage.Words(
            RolePages.PATH,
            "identity.roles.import",
            "identity.role.import.lead",
            "identity.role.import.rules",
            Stream.concat(COLUMNS.stream(), OPTIONAL.stream()).toList());

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
        return TableImportPage.empty(TABLE);
    }

    @PostMapping(RolePages.PATH + "/import")
    @Requires(StaffMenu.ACTION)
    PageView look(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Reader reader,
            HttpServletRequest request,
            Locale locale) {
        if (file == null || file.isEmpty()) {
            return TableImportPage.missing(TABLE);
        }
        var table = HandedIn.read(file, COLUMNS, OPTIONAL);
        var sheet = table.sheet();
        var asked = new Asked(new LinkedHashMap<>(), new LinkedHashMap<>());
        if (!sheet.refused()) {
            read(sheet, asked);
        }
        if (sheet.refused() || asked.wanted().isEmpty()) {
            return TableImportPage.refused(TABLE, table.name(), sheet.refusals());
        }
        return RolePages.changed(
                desk.propose(desk.edits(asked.founded().values(), asked.wanted()), request),
                false,
                reader,
                words,
                locale);
    }

    /** What the lines come to so far. */
    private record Asked(Map<String, NewRole> founded, Map<Role, Set<String>> wanted) {}

    private void read(Sheet sheet, Asked asked) {
        var standing = rows.all(words.today()).stream().map(RoleRows.Row::code).toList();
        var taken = rows.codes();
        var actions = rows.actions();
        for (var row : sheet.rows()) {
            var code = row.text("role");
            var action = row.text("action");
            var known = standing.contains(code) || asked.founded().containsKey(code);
            if (known ? renames(row, asked.founded().get(code)) : !founds(row, taken, asked)) {
                continue;
            }
            if (actions.contains(action)) {
                asked.wanted()
                        .computeIfAbsent(new Role(code), key -> new TreeSet<>())
                        .add(action);
            } else {
                row.refuse("action", "identity.role.refused.action", action);
            }
        }
    }

    /** Whether the line founds its role; refused where it cannot. */
    private static boolean founds(ReferenceRow row, Set<String> taken, Asked asked) {
        var code = row.text("role");
        var name = row.optionalText("name").orElse("");
        if (taken.contains(code)) {
            row.refuse("role", "identity.role.refused.taken", code);
            return false;
        }
        if (name.isEmpty()) {
            row.refuse("role", "identity.role.refused.unknown", code);
            return false;
        }
        var role = new NewRole(code, name, row.optionalText("name_en").orElse(""));
        role.slips()
                .forEach(slip -> row.refuse(
                        slip.column().equals("code") ? "role" : slip.column(),
                        slip.messageKey(),
                        slip.arguments().toArray()));
        if (role.slips().isEmpty()) {
            asked.founded().put(code, role);
        }
        return role.slips().isEmpty();
    }

    /** Whether the line gives other names than its role has, which a table cannot; empty ones are none. */
    private boolean renames(ReferenceRow row, @Nullable NewRole founded) {
        var role = new Role(row.text("role"));
        var name = founded == null ? words.role(role, Locale.forLanguageTag("vi")) : founded.name();
        var nameEn = founded == null ? words.role(role, Locale.ENGLISH) : founded.nameEn();
        var other =
                row.optionalText("name").filter(given -> !given.equals(name)).isPresent();
        var otherEn = row.optionalText("name_en")
                .filter(given -> !given.equals(nameEn))
                .isPresent();
        if (other) {
            row.refuse("name", "identity.role.refused.renamed", name);
        }
        if (otherEn) {
            row.refuse("name_en", "identity.role.refused.renamed", nameEn);
        }
        return other || otherEn;
    }
}
