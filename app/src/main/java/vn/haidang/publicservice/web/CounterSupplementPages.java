package vn.haidang.publicservice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.CounterSupplements;
import vn.haidang.publicservice.internal.Receptions;
import vn.haidang.publicservice.internal.RefusedFile;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** More papers, brought to the desk. */
@Controller
class CounterSupplementPages {

    private static final String PATH = ReceptionPages.PATH + "/{id}/supplement";

    private final CounterSupplements supplements;

    CounterSupplementPages(CounterSupplements supplements) {
        this.supplements = supplements;
    }

    @GetMapping(PATH)
    @Requires(Receptions.ACTION)
    PageView asked(@PathVariable String id, Reader officer) {
        return page(id(id), "", List.of(), officer);
    }

    @PostMapping(PATH)
    @Requires(Receptions.ACTION)
    ModelAndView handIn(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            Reader officer) {
        UUID reception = id(id);
        try {
            UUID asked = Ids.uuid(key).orElseThrow(PublicServiceProblems::supplementEmpty);
            supplements.handIn(reception, asked, note, Uploads.of(request), officer);
            return new ModelAndView("redirect:" + ReceptionPages.PATH + "/" + reception + "/receipt");
        } catch (ProblemException refused) {
            String code = refused.problem().code();
            if (!code.equals("publicservice/supplement-empty") && !code.startsWith("files/")) {
                throw refused;
            }
            return PageView.wrong(page(
                    reception,
                    note,
                    List.of(FieldError.of(
                            code.startsWith("files/") ? RefusedFile.field(refused, "files") : "note",
                            refused.problem())),
                    officer));
        }
    }

    private PageView page(UUID reception, String note, List<FieldError> errors, Reader officer) {
        return new PageView(
                "publicservice/desk/supplement",
                new CounterSupplementPage(supplements.asked(reception, officer), note, errors));
    }

    private static UUID id(String text) {
        return Ids.uuid(text).orElseThrow(PublicServiceProblems::noSuchReception);
    }
}
