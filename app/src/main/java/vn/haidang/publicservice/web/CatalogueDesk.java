package vn.haidang.publicservice.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.publicservice.CatalogueDrafts;
import vn.haidang.publicservice.Part;
import vn.haidang.publicservice.ServiceDraft;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** Administrators write the mandatory parts of services and publish them. */
@Controller
class CatalogueDesk {

    static final String ACTION = "publicservice/administer";
    static final String PATH = "/admin/services";

    private static final int LONGEST = 20_000;

    private final Catalogue catalogue;
    private final CatalogueDrafts drafts;
    private final Clock clock;

    CatalogueDesk(Catalogue catalogue, CatalogueDrafts drafts, Clock clock) {
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Requires(ACTION)
    PageView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String missing,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String done) {
        return new PageView(
                "publicservice/catalogueDesk",
                CatalogueDeskPage.of(
                        catalogue.all(),
                        catalogue.loadedLacking(),
                        q,
                        narrowing(missing),
                        page,
                        drafts.open(),
                        drafts.founded(),
                        done.equals("1")));
    }

    /** What it can be narrowed to; anything else is everything. */
    private static String narrowing(String asked) {
        boolean known = Set.of(CatalogueDeskPage.ANY, CatalogueDeskPage.NONE).contains(asked)
                || Arrays.stream(Part.values()).anyMatch(part -> part.code().equals(asked));
        return known ? asked : "";
    }

    @GetMapping(PATH + "/{code}")
    @Requires(ACTION)
    PageView draft(@PathVariable String code, @RequestParam(defaultValue = "") String done) {
        LocalDate today = LocalDate.now(clock);
        ServiceDraft draft = drafts.get(code);
        return page(
                draft,
                TypedDay.of(today),
                done.matches("saved|published|discarded") ? done : "",
                TypedWays.wrong(draft));
    }

    @PostMapping(PATH + "/{code}")
    @Requires(ACTION)
    ModelAndView act(
            @PathVariable String code,
            @RequestParam(name = "do", defaultValue = "save") String act,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String duration,
            @RequestParam(defaultValue = "") String sets,
            @RequestParam(required = false) @Nullable List<String> audience,
            @RequestParam(required = false) @Nullable List<String> channel,
            @RequestParam(defaultValue = "") String steps,
            @RequestParam(defaultValue = "") String items,
            @RequestParam(name = "from-day", defaultValue = "") String day,
            @RequestParam(name = "from-month", defaultValue = "") String month,
            @RequestParam(name = "from-year", defaultValue = "") String year,
            @RequestParam Map<String, String> sent,
            Reader reader) {
        if (act.equals("discard")) {
            drafts.get(code);
            drafts.discard(code, reader);
            return done(code, "discarded");
        }
        ServiceDraft before = drafts.get(code);
        var draft = new ServiceDraft(
                before.code(),
                clean(name),
                clean(agency),
                clean(duration),
                clean(sets),
                audience == null ? List.of() : audience,
                channel == null ? List.of() : channel,
                clean(steps),
                clean(items),
                TypedWays.of(sent, before));
        var typed = new TypedDay(day.strip(), month.strip(), year.strip());
        List<FieldError> tooLong = tooLong(draft);
        if (!tooLong.isEmpty()) {
            return wrong(draft, typed, tooLong);
        }
        drafts.save(draft, reader);
        if (!act.equals("publish")) {
            return done(code, "saved");
        }
        Optional<LocalDate> from = typed.date();
        List<FieldError> ways = TypedWays.wrong(draft);
        if (!ways.isEmpty()) {
            return wrong(draft, typed, ways);
        }
        if (from.isEmpty()) {
            return wrong(draft, typed, List.of(FieldError.of("from", "publicservice.desk.from.error")));
        }
        try {
            List<Part> missing = drafts.publish(code, from.get(), reader);
            return missing.isEmpty()
                    ? done(code, "published")
                    : wrong(
                            draft,
                            typed,
                            missing.stream()
                                    .map(part -> FieldError.of(
                                            CatalogueDraftPage.field(part, draft),
                                            "publicservice.part." + part.code() + ".missing"))
                                    .toList());
        } catch (ProblemException refused) {
            if (!refused.problem().code().matches("publicservice/(publish-in-past|planned-already)")) {
                throw refused;
            }
            return wrong(draft, typed, List.of(FieldError.of("from", refused.problem())));
        }
    }

    private PageView page(ServiceDraft draft, TypedDay day, String done, List<FieldError> errors) {
        return new PageView(
                "publicservice/catalogueDraft",
                new CatalogueDraftPage(
                        draft,
                        catalogue.versions(draft.code()),
                        WayChange.of(catalogue.current(draft.code()).orElse(null), draft),
                        drafts.open().contains(draft.code()),
                        day,
                        done,
                        errors));
    }

    private ModelAndView wrong(ServiceDraft draft, TypedDay day, List<FieldError> errors) {
        return PageView.wrong(page(draft, day, "", errors));
    }

    private static ModelAndView done(String code, String what) {
        return new ModelAndView(new RedirectView(PATH + "/" + code + "?done=" + what, true));
    }

    /** Nothing is cut off: what is too long stands there whole, to be shortened. */
    private static List<FieldError> tooLong(ServiceDraft draft) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("name", draft.name());
        typed.put("steps", draft.steps());
        typed.put("items", draft.items());
        typed.put("sets", draft.sets());
        typed.put("duration", draft.duration());
        typed.put("agency", draft.agency());
        typed.putAll(TypedWays.typed(draft));
        return typed.entrySet().stream()
                .filter(each -> each.getValue().length() > LONGEST)
                .map(each -> FieldError.of(
                        each.getKey(),
                        "publicservice.desk.too-long",
                        each.getValue().length(),
                        LONGEST))
                .toList();
    }

    private static String clean(String text) {
        return text.replace("\u0000", "");
    }
}
