package vn.haidang.identity.web.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.internal.second.SecondFactors;
import vn.haidang.identity.internal.staff.FirstPasswords;
import vn.haidang.identity.internal.staff.StaffRows;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/** The officials: who they are, which posts they hold, and what an administrator may do for them. */
@Controller
class StaffPages {

    static final String PATH = "/admin/officials";

    private static final int SIZE = 25;

    private final StaffRows rows;
    private final StaffWords words;
    private final SecondFactors factors;
    private final FirstPasswords passwords;

    StaffPages(StaffRows rows, StaffWords words, SecondFactors factors, FirstPasswords passwords) {
        this.rows = rows;
        this.words = words;
        this.factors = factors;
        this.passwords = passwords;
    }

    @GetMapping(PATH)
    @Requires(StaffMenu.ACTION)
    PageView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String done,
            Locale locale) {
        var at = unit.isEmpty() ? null : UnitId.ofKey(unit);
        var found = rows.officials(q.strip(), at, words.today(), new PageRequest(page, SIZE));
        return new PageView(
                "identity/officials",
                new OfficialsPage(
                        found, q.strip(), unit, words.units(locale), words.today(), !done.isEmpty(), lines(locale)));
    }

    @GetMapping(PATH + "/{id}")
    @Requires(StaffMenu.ACTION)
    PageView show(@PathVariable UUID id, HttpServletRequest request, Locale locale) {
        var official = official(id);
        return new PageView(
                "identity/official",
                new OfficialPage(
                        official,
                        factors.of(official.id()),
                        words.today(),
                        passwords.shown(official.id(), request),
                        lines(locale)));
    }

    /** A password for the next sign-in, which must then be changed; shown once. */
    @PostMapping(PATH + "/{id}/password")
    @Requires(StaffMenu.ACTION)
    String password(@PathVariable UUID id, HttpServletRequest request, Reader reader) {
        passwords.give(other(id, reader), request);
        return "redirect:" + PATH + "/" + id;
    }

    /** Takes away what somebody proved themselves with beside the password, because they lost it. */
    @PostMapping(PATH + "/{id}/reset")
    @Requires(StaffMenu.ACTION)
    String reset(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Reader reader) {
        var account = other(id, reader);
        if (reason.isBlank()) {
            throw Problem.of("identity/reason-missing", 422).exception();
        }
        factors.reset(account, reader.actor(), reason.strip());
        return "redirect:" + PATH + "/" + id;
    }

    /** For oneself nobody opens a door that others keep: a second administrator does. */
    private AccountId other(UUID id, Reader reader) {
        var official = official(id).id();
        if (official.equals(reader.account())) {
            throw Problem.of("identity/not-for-oneself", 403).exception();
        }
        return official;
    }

    private StaffRows.Official official(UUID id) {
        return rows.official(new AccountId(id))
                .filter(found -> !found.posts().isEmpty())
                .orElseThrow(() -> Problem.of("identity/no-such-account", 404).exception());
    }

    private OfficialsPage.Lines lines(Locale locale) {
        return new OfficialsPage.Lines() {
            @Override
            public String unit(UnitId unit) {
                return words.unit(unit, locale);
            }

            @Override
            public String key(UnitId unit) {
                return words.key(unit);
            }

            @Override
            public String role(Role role) {
                return words.role(role, locale);
            }
        };
    }

    static List<StaffRows.Held> present(StaffRows.Official official, LocalDate today) {
        return official.posts().stream()
                .filter(held -> !ended(held.until(), today))
                .toList();
    }

    static boolean ended(@Nullable LocalDate until, LocalDate today) {
        return until != null && !until.isAfter(today);
    }
}
