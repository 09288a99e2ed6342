package vn.haidang.publicservice.web.own;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.internal.own.Consents;
import vn.haidang.publicservice.internal.own.DataProblems;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** Agreeing to single purposes and taking it back; nothing is agreed to beforehand. */
@Controller
class ConsentPages {

    private static final String PATH = "/my/data/consents";

    private final Consents consents;

    ConsentPages(Consents consents) {
        this.consents = consents;
    }

    @GetMapping(PATH)
    @Requires(Access.SIGNED_IN)
    PageView consents(Reader reader) {
        boolean oneself = reader.mandate() == null;
        return new PageView(
                "publicservice/own/consents",
                oneself
                        ? new ConsentsPage(true, consents.of(reader), consents.past(reader))
                        : new ConsentsPage(false, List.of(), List.of()));
    }

    /** {@code act}: give or withdraw. */
    @PostMapping(PATH)
    @Requires(Access.SIGNED_IN)
    ModelAndView act(
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String purpose,
            Locale locale,
            Reader reader) {
        if (reader.mandate() != null) {
            throw DataProblems.notYours();
        }
        switch (act) {
            case "give" -> consents.give(purpose, locale.getLanguage().equals("en"), reader);
            case "withdraw" -> consents.withdraw(purpose, reader);
            default -> throw DataProblems.nothingHere();
        }
        return Sent.to(PATH);
    }
}
