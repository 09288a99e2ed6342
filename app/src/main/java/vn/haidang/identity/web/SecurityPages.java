package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.internal.second.SecondFactorPolicy;
import vn.haidang.identity.internal.second.SecondFactors;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** What somebody has besides the password, for themselves to see, to add to and to take away. */
@Controller
class SecurityPages {

    static final String PATH = "/my/security";

    private final SecondFactors factors;
    private final SecondFactorPolicy policy;
    private final Accounts accounts;
    private final Proving proving;
    private final KeptCodes codes;
    private final Entering entering;

    SecurityPages(
            SecondFactors factors,
            SecondFactorPolicy policy,
            Accounts accounts,
            Proving proving,
            KeptCodes codes,
            Entering entering) {
        this.factors = factors;
        this.policy = policy;
        this.accounts = accounts;
        this.proving = proving;
        this.codes = codes;
        this.entering = entering;
    }

    @GetMapping(PATH)
    @Requires(Access.SIGNED_IN)
    ModelAndView show(Reader reader) {
        var account = account(reader);
        return new PageView(
                "identity/security", new SecurityPage(factors.of(account), policy.demands(accounts.reader(account))));
    }

    @PostMapping(PATH + "/remove")
    @Requires(Access.SIGNED_IN)
    ModelAndView remove(
            @RequestParam(defaultValue = "") String what,
            Reader reader,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = account(reader);
        if (proving.mustProve(request, account)) {
            return Entering.away(entering.halt(account, PATH, request, response));
        }
        factors.remove(
                account, what.equals("authenticator") ? null : passkey(what), policy.demands(accounts.reader(account)));
        return Entering.away(PATH);
    }

    @PostMapping(PATH + "/codes")
    @Requires(Access.SIGNED_IN)
    ModelAndView renew(Reader reader, HttpServletRequest request, HttpServletResponse response) {
        var account = account(reader);
        if (proving.mustProve(request, account)) {
            return Entering.away(entering.halt(account, PATH, request, response));
        }
        if (factors.of(account).any()) {
            codes.make(account, request);
        }
        return Entering.away(CodesPages.PATH);
    }

    private static UUID passkey(String what) {
        try {
            return UUID.fromString(what);
        } catch (IllegalArgumentException forged) {
            return new UUID(0, 0);
        }
    }

    private static AccountId account(Reader reader) {
        return Objects.requireNonNull(reader.account());
    }
}
