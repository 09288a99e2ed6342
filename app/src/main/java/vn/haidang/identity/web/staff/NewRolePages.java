package vn.haidang.identity.web.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
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
import vn.haidang.identity.internal.staff.NewRole;
import vn.haidang.identity.internal.staff.RoleDesk;
import vn.haidang.identity.internal.staff.RoleEnd;
import vn.haidang.identity.internal.staff.RoleRows;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/** New roles, and the end of those founded here. */
@Controller
class NewRolePages {

    private final RoleRows rows;
    private final RoleDesk desk;
    private final RoleEnd end;
    private final StaffWords words;

    NewRolePages(RoleRows rows, RoleDesk desk, RoleEnd end, StaffWords words) {
        this.rows = rows;
        this.desk = desk;
        this.end = end;
        this.words = words;
    }

    @GetMapping(RolePages.PATH + "/new")
    @Requires(StaffMenu.ACTION)
    PageView ask(Locale locale) {
        return form(NewRole.EMPTY, List.of(), List.of(), locale);
    }

    @PostMapping(RolePages.PATH + "/new")
    @Requires(StaffMenu.ACTION)
    PageView look(
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") List<String> action,
            Reader reader,
            HttpServletRequest request,
            Locale locale) {
        var role = NewRole.typed(
                typed.getOrDefault("code", ""), typed.getOrDefault("name", ""), typed.getOrDefault("name_en", ""));
        Set<String> wanted = new TreeSet<>(action);
        if (!rows.actions().containsAll(wanted)) {
            throw Problem.of("ui/bad-request", 400).exception();
        }
        List<FieldError> errors = new ArrayList<>();
        role.slips()
                .forEach(slip -> errors.add(FieldError.of(
                        slip.column(), slip.messageKey(), slip.arguments().toArray())));
        if (rows.codes().contains(role.code())) {
            errors.add(FieldError.of("code", "identity.role.refused.taken", role.code()));
        }
        if (!errors.isEmpty()) {
            return form(role, List.copyOf(wanted), errors, locale);
        }
        var edits = desk.edits(List.of(role), Map.of(new Role(role.code()), wanted));
        return RolePages.changed(desk.propose(edits, request), false, reader, words, locale);
    }

    /** What the end of the role would do. */
    @PostMapping(RolePages.PATH + "/{code}/withdraw")
    @Requires(StaffMenu.ACTION)
    PageView lookAtEnd(@PathVariable String code, HttpServletRequest request, Locale locale) {
        return ended(end.propose(new Role(code), request), false, locale);
    }

    @PostMapping(RolePages.PATH + "/{code}/withdraw/save")
    @Requires(StaffMenu.ACTION)
    ModelAndView withdraw(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            Locale locale) {
        return end.save(new Role(code), token, request)
                .<ModelAndView>map(other -> {
                    var page = ended(other, true, locale);
                    page.setStatus(HttpStatus.CONFLICT);
                    return page;
                })
                .orElseGet(() -> new ModelAndView("redirect:" + RolePages.PATH + "?done=1"));
    }

    private PageView ended(RoleEnd.Proposal proposal, boolean meanwhile, Locale locale) {
        return new PageView("identity/roleEnd", RoleEndPage.of(proposal, meanwhile, words, locale));
    }

    private PageView form(NewRole role, List<String> ticked, List<FieldError> errors, Locale locale) {
        var page = new PageView(
                "identity/roleNew", new NewRolePage(role, RolePages.actions(rows, words, locale), ticked, errors));
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
