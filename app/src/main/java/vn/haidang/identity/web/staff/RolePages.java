package vn.haidang.identity.web.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.internal.second.SecondFactorPolicy;
import vn.haidang.identity.internal.staff.RoleDesk;
import vn.haidang.identity.internal.staff.RoleEdit;
import vn.haidang.identity.internal.staff.RoleRows;
import vn.haidang.ui.Option;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/** The roles: what each may do, how many hold it, whether it asks for more than a password; and changes of what they may do. */
@Controller
class RolePages {

    static final String PATH = "/admin/roles";

    private final RoleRows rows;
    private final RoleDesk desk;
    private final SecondFactorPolicy policy;
    private final StaffWords words;

    RolePages(RoleRows rows, RoleDesk desk, SecondFactorPolicy policy, StaffWords words) {
        this.rows = rows;
        this.desk = desk;
        this.policy = policy;
        this.words = words;
    }

    @GetMapping(PATH)
    @Requires(StaffMenu.ACTION)
    PageView list(@RequestParam(defaultValue = "") String done, Locale locale) {
        return new PageView(
                "identity/roles",
                new RolesPage(
                        rows.all(words.today()).stream()
                                .map(row -> new RolesPage.Line(
                                        row.code(),
                                        words.role(new Role(row.code()), locale),
                                        row.holders(),
                                        policy.roles().contains(new Role(row.code())),
                                        row.actions().stream()
                                                .map(action -> words.action(action, locale))
                                                .toList()))
                                .toList(),
                        !done.isEmpty()));
    }

    @GetMapping(PATH + "/{code}")
    @Requires(StaffMenu.ACTION)
    PageView show(@PathVariable String code, Locale locale) {
        var row = row(code);
        return new PageView(
                "identity/role",
                new RolePage(
                        code,
                        words.role(new Role(code), locale),
                        actions(rows, words, locale),
                        row.actions(),
                        row.founded()));
    }

    /** What exactly these actions for the role would move. */
    @PostMapping(PATH + "/{code}")
    @Requires(StaffMenu.ACTION)
    PageView look(
            @PathVariable String code,
            @RequestParam(defaultValue = "") List<String> action,
            Reader reader,
            HttpServletRequest request,
            Locale locale) {
        var known = rows.actions();
        Set<String> wanted = new TreeSet<>(action);
        if (!known.containsAll(wanted)) {
            throw Problem.of("ui/bad-request", 400).exception();
        }
        Map<Role, Set<String>> asked = new LinkedHashMap<>();
        asked.put(new Role(row(code).code()), wanted);
        return changed(desk.propose(desk.edits(List.of(), asked), request), false, reader, words, locale);
    }

    @PostMapping(PATH + "/save")
    @Requires(StaffMenu.ACTION)
    ModelAndView save(
            @RequestParam(defaultValue = "") List<String> edit,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            HttpServletRequest request,
            Locale locale) {
        var edits = edit.stream()
                .map(text -> RoleEdit.of(text)
                        .orElseThrow(() -> Problem.of("ui/bad-request", 400).exception()))
                .toList();
        return desk.save(edits, token, request)
                .<ModelAndView>map(other -> {
                    var page = changed(other, true, reader, words, locale);
                    page.setStatus(HttpStatus.CONFLICT);
                    return page;
                })
                .orElseGet(() -> new ModelAndView("redirect:" + PATH + "?done=1"));
    }

    static PageView changed(
            RoleDesk.Proposal proposal, boolean meanwhile, Reader reader, StaffWords words, Locale locale) {
        return new PageView(
                "identity/roleChange", RoleChangePage.of(proposal, reader.account(), meanwhile, words, locale));
    }

    /** Every action a post can give, in words. */
    static List<Option> actions(RoleRows rows, StaffWords words, Locale locale) {
        return rows.actions().stream()
                .map(action -> Option.of(action, words.action(action, locale)))
                .toList();
    }

    private RoleRows.Row row(String code) {
        return rows.all(words.today()).stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.of("identity/role-unknown", 404).exception());
    }
}
