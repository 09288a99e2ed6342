package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.internal.second.SecondFactors;
import vn.haidang.identity.internal.second.SecretBox;

/** Recovery codes between their making and the moment their owner says they have them; sealed in the session until then. */
@Component
class KeptCodes {

    private static final String KEPT = "haidang.codes";

    private final SecondFactors factors;
    private final SecretBox box;

    KeptCodes(SecondFactors factors, SecretBox box) {
        this.factors = factors;
        this.box = box;
    }

    void make(AccountId account, HttpServletRequest request) {
        var made = factors.renewCodes(account);
        request.getSession().setAttribute(KEPT, box.seal(String.join(" ", made), account.value()));
    }

    /** Empty when there are none to show. */
    List<String> of(AccountId account, HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(KEPT) instanceof String kept
                ? box.opened(kept, account.value())
                        .map(codes -> List.of(codes.split(" ")))
                        .orElse(List.of())
                : List.of();
    }

    static void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(KEPT);
    }
}
