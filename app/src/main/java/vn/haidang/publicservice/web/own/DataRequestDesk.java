package vn.haidang.publicservice.web.own;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.internal.own.DataRequestRows;
import vn.haidang.publicservice.internal.own.DataRequests;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** Putting the answer to a request about personal data off, once. */
@Controller
class DataRequestDesk {

    private static final String PATH = "/desk/data-requests/{id}/extend";
    private static final String ACTION = "publicservice/answer-data-request";

    private final DataRequests requests;

    DataRequestDesk(DataRequests requests) {
        this.requests = requests;
    }

    @GetMapping(PATH)
    @Requires(ACTION)
    ModelAndView ask(@PathVariable String id, Reader reader) {
        return page(requests.handled(Sent.id(id), reader), "", List.of());
    }

    @PostMapping(PATH)
    @Requires(ACTION)
    ModelAndView extend(@PathVariable String id, @RequestParam(defaultValue = "") String why, Reader reader) {
        DataRequestRows.DataRequest request = requests.handled(Sent.id(id), reader);
        if (why.isBlank()) {
            return page(request, why, List.of(FieldError.of("why", "publicservice.data-request.extend.why.error")));
        }
        requests.extend(request.id(), why, reader);
        return Sent.to("/desk/cases/" + request.caseId().value());
    }

    private ModelAndView page(DataRequestRows.DataRequest request, String why, List<FieldError> errors) {
        var view = new PageView(
                "publicservice/own/extend", new ExtendPage(request, requests.furthest(request), why, errors));
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
