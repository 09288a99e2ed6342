package vn.haidang.publicservice.web.own;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.internal.once.CorrectionRows;
import vn.haidang.publicservice.internal.own.DataProblems;
import vn.haidang.publicservice.internal.own.DataRequestRows;
import vn.haidang.publicservice.internal.own.DataRequests;
import vn.haidang.publicservice.internal.own.DataTerms;
import vn.haidang.publicservice.internal.own.ErasureRows;
import vn.haidang.publicservice.internal.own.OwnSubjects;
import vn.haidang.ui.Access;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** Requests about one's own data: sent, followed, answered. */
@Controller
class RequestPages {

    private static final String PATH = "/my/data/requests";

    private final DataRequests requests;
    private final DataRequestRows rows;
    private final DataTerms terms;
    private final CorrectionRows corrections;
    private final ErasureRows erasures;
    private final Communes communes;

    RequestPages(
            DataRequests requests,
            DataRequestRows rows,
            DataTerms terms,
            CorrectionRows corrections,
            ErasureRows erasures,
            Communes communes) {
        this.requests = requests;
        this.rows = rows;
        this.terms = terms;
        this.corrections = corrections;
        this.erasures = erasures;
        this.communes = communes;
    }

    @GetMapping(PATH)
    @Requires(Access.SIGNED_IN)
    ModelAndView list(Reader reader) {
        if (OwnSubjects.closed(reader)) {
            return Sent.to(MyDataPages.PATH);
        }
        return new PageView(
                "publicservice/own/requests",
                new RequestsPage(OwnSubjects.personal(reader), rows.mine(reader), corrections.mine(reader)));
    }

    @GetMapping(PATH + "/new")
    @Requires(Access.SIGNED_IN)
    ModelAndView write(@RequestParam(defaultValue = "") String right, Reader reader) {
        return form(right, "", communes.home(reader), List.of());
    }

    @PostMapping(PATH)
    @Requires(Access.SIGNED_IN)
    ModelAndView send(
            @RequestParam(defaultValue = "") String right,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String key,
            Reader reader) {
        if (!OwnSubjects.personal(reader)) {
            throw DataProblems.notYours();
        }
        List<FieldError> errors = new ArrayList<>();
        if (terms.on(communes.today()).stream().noneMatch(each -> each.code().equals(right))) {
            errors.add(FieldError.of("right", "publicservice.data-request.right.error"));
        }
        if (words.isBlank()) {
            errors.add(FieldError.of("words", "publicservice.data-request.words.error"));
        }
        if (!communes.has(unit)) {
            errors.add(FieldError.of("unit", "publicservice.data-request.unit.error"));
        }
        if (!errors.isEmpty()) {
            return form(right, words, unit, errors);
        }
        UUID id = requests.send(
                right, words, new UnitId(Sent.id(unit)), Sent.uuid(key).orElseThrow(DataProblems::nothingHere), reader);
        return Sent.to(PATH + "/" + id);
    }

    @GetMapping(PATH + "/{id}")
    @Requires(Access.SIGNED_IN)
    PageView request(@PathVariable String id, Reader reader) {
        var standing = rows.mine(Sent.id(id), reader).orElseThrow(DataProblems::nothingHere);
        return new PageView(
                "publicservice/own/request",
                new RequestPage(
                        standing,
                        communes.name(standing.request().unit()),
                        erasures.of(standing.request().id())));
    }

    private ModelAndView form(String right, String words, String unit, List<FieldError> errors) {
        var view = new PageView(
                "publicservice/own/newRequest",
                new NewRequestPage(terms.on(communes.today()), right, words, communes.options(), unit, errors));
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
