package vn.haidang.identity.web.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.internal.staff.StaffDesk;
import vn.haidang.identity.internal.staff.StaffRows;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/** The end of an official's account: which posts and which work it would move is shown before it is saved. */
@Controller
class ClosingPages {

    private final StaffDesk desk;
    private final StaffRows rows;
    private final StaffWords words;

    ClosingPages(StaffDesk desk, StaffRows rows, StaffWords words) {
        this.desk = desk;
        this.rows = rows;
        this.words = words;
    }

    @PostMapping(StaffPages.PATH + "/{id}/close")
    @Requires(StaffMenu.ACTION)
    PageView look(@PathVariable UUID id, Reader reader, HttpServletRequest request, Locale locale) {
        var account = other(id, reader);
        return shown(account, desk.proposeClosing(account, request), false, locale);
    }

    @PostMapping(StaffPages.PATH + "/{id}/close/save")
    @Requires(StaffMenu.ACTION)
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            HttpServletRequest request,
            Locale locale) {
        var account = other(id, reader);
        return desk.close(account, token, request)
                .<ModelAndView>map(proposal -> {
                    var page = shown(account, proposal, true, locale);
                    page.setStatus(HttpStatus.CONFLICT);
                    return page;
                })
                .orElseGet(() -> new ModelAndView("redirect:" + StaffPages.PATH + "?done=1"));
    }

    private PageView shown(AccountId account, StaffDesk.Proposal proposal, boolean meanwhile, Locale locale) {
        return new PageView(
                "identity/staffChange",
                StaffChangePage.of(
                        proposal,
                        StaffPages.PATH + "/" + account.value() + "/close/save",
                        "[]",
                        meanwhile,
                        words,
                        locale));
    }

    /** Nobody closes the door behind themselves: so somebody who may open it is always inside. */
    private AccountId other(UUID id, Reader reader) {
        var account = new AccountId(id);
        if (account.equals(reader.account())) {
            throw Problem.of("identity/not-for-oneself", 403).exception();
        }
        return rows.official(account)
                .filter(official -> !official.posts().isEmpty())
                .map(StaffRows.Official::id)
                .orElseThrow(() -> Problem.of("identity/no-such-account", 404).exception());
    }
}
