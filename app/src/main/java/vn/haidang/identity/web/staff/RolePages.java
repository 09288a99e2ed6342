package vn.haidang.identity.web.staff;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.haidang.identity.Role;
import vn.haidang.identity.internal.second.SecondFactorPolicy;
import vn.haidang.identity.internal.staff.RoleRows;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** The roles: what each may do, how many hold it, and whether it asks for more than a password. */
@Controller
class RolePages {

    static final String PATH = "/admin/roles";

    private final RoleRows rows;
    private final SecondFactorPolicy policy;
    private final StaffWords words;

    RolePages(RoleRows rows, SecondFactorPolicy policy, StaffWords words) {
        this.rows = rows;
        this.policy = policy;
        this.words = words;
    }

    @GetMapping(PATH)
    @Requires(StaffMenu.ACTION)
    PageView list(Locale locale) {
        return new PageView(
                "identity/roles",
                new RolesPage(rows.all(words.today()).stream()
                        .map(row -> new RolesPage.Line(
                                row.code(),
                                words.role(new Role(row.code()), locale),
                                row.holders(),
                                policy.roles().contains(new Role(row.code())),
                                row.actions()))
                        .toList()));
    }
}
