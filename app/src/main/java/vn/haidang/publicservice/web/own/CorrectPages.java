package vn.haidang.publicservice.web.own;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.internal.once.CorrectionCases;
import vn.haidang.publicservice.internal.own.DataProblems;
import vn.haidang.registry.Corrections;
import vn.haidang.registry.Keeping;
import vn.haidang.registry.KnownValue;
import vn.haidang.ui.Access;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** Saying that something recorded of oneself is wrong; the case goes to whoever keeps it. */
@Controller
class CorrectPages {

    private static final String PATH = "/my/data/correct/{attribute}";

    private final Corrections corrections;
    private final CorrectionCases cases;
    private final MyDataScreens screens;
    private final Communes communes;

    CorrectPages(Corrections corrections, CorrectionCases cases, MyDataScreens screens, Communes communes) {
        this.corrections = corrections;
        this.cases = cases;
        this.screens = screens;
        this.communes = communes;
    }

    @GetMapping(PATH)
    @Requires(Access.SIGNED_IN)
    ModelAndView ask(@PathVariable String attribute, Reader reader) {
        return page(keeping(attribute, reader), "", "", List.of(), reader);
    }

    @PostMapping(PATH)
    @Requires(Access.SIGNED_IN)
    ModelAndView send(
            @PathVariable String attribute,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(name = "value-day", defaultValue = "") String day,
            @RequestParam(name = "value-month", defaultValue = "") String month,
            @RequestParam(name = "value-year", defaultValue = "") String year,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String key,
            Reader reader) {
        Keeping keeping = keeping(attribute, reader);
        KnownValue known = screens.value(keeping, reader).orElseThrow(DataProblems::nothingHere);
        String typed = keeping.attribute().equals("person.birth-date") ? day + "/" + month + "/" + year : value;
        Optional<String> wanted = CorrectionValues.read(keeping.attribute(), typed, communes.today())
                .filter(text -> !keeping.attribute().equals("person.residence") || communes.has(text));
        UnitId keeper = keeping.decides();
        if (wanted.isEmpty() || wanted.get().equals(known.value())) {
            String why = wanted.isEmpty() ? keeping.attribute() : "same";
            return page(
                    keeping,
                    typed,
                    reason,
                    List.of(FieldError.of("value", "publicservice.correct.wrong." + why)),
                    reader);
        }
        if (keeping.way() == Keeping.Way.CASE && keeper == null) {
            return page(
                    keeping,
                    typed,
                    reason,
                    List.of(FieldError.of("value", "publicservice.correct.keeper.error")),
                    reader);
        }
        String because = CorrectionValues.clean(reason);
        cases.askAlone(
                keeping,
                new CorrectionCases.Wanted(
                        Sent.uuid(key).orElseThrow(DataProblems::nothingHere),
                        known.value(),
                        known.source(),
                        known.asOf(),
                        wanted.get(),
                        because.isEmpty() ? null : because.substring(0, Math.min(because.length(), 2000)),
                        null,
                        keeper == null ? communes.any() : keeper),
                reader);
        return Sent.to(keeping.way() == Keeping.Way.OWN ? "/my/data" : "/my/data/requests");
    }

    private ModelAndView page(Keeping keeping, String value, String reason, List<FieldError> errors, Reader reader) {
        KnownValue known = screens.value(keeping, reader).orElseThrow(DataProblems::nothingHere);
        List<Option> options = keeping.attribute().equals("person.residence") ? communes.options() : List.of();
        var view = new PageView(
                "publicservice/own/correct",
                new CorrectPage(
                        keeping, known, screens.words(known), screens.gone(keeping), value, reason, options, errors));
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private Keeping keeping(String attribute, Reader reader) {
        Keeping keeping = corrections.keepers(reader).get(attribute);
        if (keeping == null
                || keeping.way() == Keeping.Way.NONE
                || !keeping.attribute().equals(attribute)) {
            throw DataProblems.nothingHere();
        }
        return keeping;
    }
}
