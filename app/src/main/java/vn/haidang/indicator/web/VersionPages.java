package vn.haidang.indicator.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.IndicatorCatalogue;
import vn.haidang.indicator.Indicators;
import vn.haidang.indicator.internal.VersionDesk;
import vn.haidang.journal.Actor;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** Administering what is shown figures of: a new version goes into a draft first, which says what it would move. */
@Controller
class VersionPages {

    private final IndicatorCatalogue catalogue;
    private final Indicators indicators;
    private final VersionDesk desk;
    private final Clock clock;

    VersionPages(IndicatorCatalogue catalogue, Indicators indicators, VersionDesk desk, Clock clock) {
        this.catalogue = catalogue;
        this.indicators = indicators;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping(VersionAdministration.PATH)
    @Requires(VersionAdministration.ACTION)
    PageView indicators(@RequestParam(defaultValue = "") String done) {
        return new PageView(
                "indicator/versions",
                new VersionsPage(catalogue.all(), desk.drafted(), done.equals("1"), LocalDate.now(clock)));
    }

    @GetMapping(VersionAdministration.PATH + "/edit")
    @Requires(VersionAdministration.ACTION)
    PageView ask(@RequestParam(defaultValue = "") String code) {
        var last = last(code);
        var fields = new HashMap<String, String>();
        desk.drafted(code)
                .ifPresentOrElse(draft -> TypedVersion.fill(fields, draft), () -> TypedVersion.fill(fields, last));
        return form(new TypedVersion(fields), last);
    }

    @PostMapping(VersionAdministration.PATH + "/edit")
    @Requires(VersionAdministration.ACTION)
    ModelAndView set(@RequestParam Map<String, String> fields, Actor by) {
        var typed = new TypedVersion(fields);
        var last = last(typed.of("code"));
        var version = typed.version(
                last, indicators.catalogue(), day -> desk.replaces(last.code(), day, LocalDate.now(clock)));
        if (version == null) {
            var page = form(typed, last);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        desk.set(version, by);
        return new ModelAndView("redirect:" + draftOf(last.code()));
    }

    @GetMapping(VersionAdministration.PATH + "/draft")
    @Requires(VersionAdministration.ACTION)
    ModelAndView draft(@RequestParam(defaultValue = "") String code) {
        return shown(code, false);
    }

    @PostMapping(VersionAdministration.PATH + "/draft/publish")
    @Requires(VersionAdministration.ACTION)
    ModelAndView publish(
            @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String token, Actor by) {
        if (desk.publish(code, token, by)) {
            return new ModelAndView("redirect:" + VersionAdministration.PATH + "?done=1");
        }
        var page = shown(code, true);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    @PostMapping(VersionAdministration.PATH + "/draft/discard")
    @Requires(VersionAdministration.ACTION)
    ModelAndView discard(@RequestParam(defaultValue = "") String code, Actor by) {
        desk.discard(code, by);
        return new ModelAndView("redirect:" + VersionAdministration.PATH);
    }

    private ModelAndView shown(String code, boolean meanwhile) {
        return new PageView(
                "indicator/versionDraft",
                new VersionDraftPage(last(code), desk.draft(code, LocalDate.now(clock)), meanwhile));
    }

    private PageView form(TypedVersion typed, Indicator last) {
        return new PageView("indicator/version", new VersionForm(typed, last, indicators.catalogue()));
    }

    /** The last version there is, begun or not. */
    private Indicator last(String code) {
        catalogue.get(code);
        return catalogue.versions(code).getLast();
    }

    private static String draftOf(String code) {
        return VersionAdministration.PATH + "/draft?code=" + code;
    }
}
