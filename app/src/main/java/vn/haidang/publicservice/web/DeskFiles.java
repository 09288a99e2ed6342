package vn.haidang.publicservice.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.casework.Cases;
import vn.haidang.files.FileId;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.ApplicationRows;
import vn.haidang.publicservice.internal.ControlSlips;
import vn.haidang.publicservice.internal.Registers;
import vn.haidang.publicservice.internal.SupplementRows;
import vn.haidang.publicservice.internal.Traces;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** Files of an application for officers: who may see the case may open them, and every opening is journaled. */
@Controller
class DeskFiles {

    private final ApplicationRows applications;
    private final SupplementRows papers;
    private final Cases cases;
    private final Attachments attachments;
    private final Traces traces;
    private final ControlSlips slips;

    DeskFiles(
            ApplicationRows applications,
            SupplementRows papers,
            Cases cases,
            Attachments attachments,
            Traces traces,
            ControlSlips slips) {
        this.applications = applications;
        this.papers = papers;
        this.cases = cases;
        this.attachments = attachments;
        this.traces = traces;
        this.slips = slips;
    }

    @GetMapping("/desk/applications/{id}/files/{file}")
    @Requires("publicservice/read-application")
    void file(@PathVariable String id, @PathVariable String file, Reader reader, HttpServletResponse response) {
        Application application = visible(id, reader);
        traces.read(reader, "publicservice/open-file", application.id());
        attachments.send(application, file, response);
    }

    @GetMapping("/desk/applications/{id}/result")
    @Requires("publicservice/read-application")
    void result(@PathVariable String id, Reader reader, HttpServletResponse response) {
        Application application = visible(id, reader);
        FileId result = applications.result(application.id()).orElseThrow(PublicServiceProblems::noSuchApplication);
        traces.read(reader, "publicservice/open-result", application.id());
        attachments.send(result, response);
    }

    @GetMapping("/desk/applications/{id}/papers/{form}/{round}")
    @Requires("publicservice/read-application")
    void paper(
            @PathVariable String id,
            @PathVariable String form,
            @PathVariable String round,
            Reader reader,
            HttpServletResponse response) {
        Application application = visible(id, reader);
        FileId paper =
                papers.given(application.id(), form, round).orElseThrow(PublicServiceProblems::noSuchApplication);
        traces.read(reader, "publicservice/open-paper", application.id());
        attachments.send(paper, response);
    }

    @PostMapping("/desk/applications/{id}/control-slips")
    @Requires(Registers.ACTION)
    ModelAndView slip(@PathVariable String id, @RequestParam(defaultValue = "") String round, Reader reader) {
        Application application = visible(id, reader);
        long before = papers.given(application.id()).stream()
                .filter(each -> each.form().equals(ControlSlips.FORM))
                .count();
        if (round.equals(Long.toString(before + 1))) {
            slips.give(application.id(), (int) before + 1, reader);
        }
        return new ModelAndView("redirect:/desk/cases/" + application.caseId().value() + "#application-papers");
    }

    private Application visible(String id, Reader reader) {
        Application application =
                applications.any(Ids.application(id)).orElseThrow(PublicServiceProblems::noSuchApplication);
        try {
            cases.get(application.caseId(), reader);
        } catch (ProblemException hidden) {
            throw PublicServiceProblems.noSuchApplication();
        }
        return application;
    }
}
