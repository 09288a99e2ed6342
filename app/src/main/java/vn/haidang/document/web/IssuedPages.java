package vn.haidang.document.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.document.internal.Signatures;
import vn.haidang.document.internal.Withdrawals;
import vn.haidang.document.internal.WithdrawnRows;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitWords;
import vn.haidang.organization.Units;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;
import vn.haidang.ui.spi.MenuEntry;

/** Whoever may sign for a unit looks up what it issued, and withdraws what must not count any more. */
@Controller
class IssuedPages {

    private static final String PATH = "/desk/documents";

    private final Withdrawals withdrawals;
    private final Units units;

    IssuedPages(Withdrawals withdrawals, Units units) {
        this.withdrawals = withdrawals;
        this.units = units;
    }

    @Bean
    static MenuEntry documentIssuedEntry() {
        return new MenuEntry("document.menu.issued", MenuEntry.Menu.DESK, PATH, Signatures.ACTION, 41);
    }

    @GetMapping(PATH)
    @Requires(Signatures.ACTION)
    PageView issued(Reader reader, @RequestParam(defaultValue = "") String number) {
        List<WithdrawnRows.Line> documents = withdrawals.of(reader, number);
        return new PageView(
                "document/issued",
                new IssuedPage(
                        number,
                        documents,
                        documents.stream()
                                .map(WithdrawnRows.Line::issuer)
                                .distinct()
                                .collect(Collectors.toMap(
                                        Function.identity(), unit -> UnitWords.name(units.get(unit))))));
    }

    @GetMapping(PATH + "/{document}")
    @Requires(Signatures.ACTION)
    PageView one(Reader reader, @PathVariable UUID document) {
        return page(withdrawals.get(document, reader), "", "", List.of());
    }

    @PostMapping(PATH + "/{document}")
    @Requires(Signatures.ACTION)
    ModelAndView withdraw(
            Reader reader,
            @PathVariable UUID document,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String replacement) {
        List<FieldError> wrong = withdrawals.withdraw(document, reason, replacement, reader);
        if (wrong.isEmpty()) {
            return new ModelAndView("redirect:" + PATH + "/" + document);
        }
        PageView view = page(withdrawals.get(document, reader), reason, replacement, wrong);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private PageView page(WithdrawnRows.Line document, String reason, String replacement, List<FieldError> errors) {
        return new PageView(
                "document/withdrawal",
                new WithdrawalPage(
                        document,
                        units.named(document.issuer(), document.issuedOn()).name(),
                        reason,
                        replacement,
                        errors));
    }
}
