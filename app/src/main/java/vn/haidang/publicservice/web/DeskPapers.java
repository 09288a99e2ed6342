package vn.haidang.publicservice.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.files.FileId;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.ControlSlips;
import vn.haidang.publicservice.internal.Papers;
import vn.haidang.publicservice.internal.Registers;
import vn.haidang.publicservice.internal.Traces;
import vn.haidang.ui.Requires;

/** Forms given out for an application, for officers; an officer draws up its control slip here. */
@Controller
class DeskPapers {

    private final DeskApplications desk;
    private final Papers papers;
    private final ControlSlips slips;
    private final Attachments attachments;
    private final Traces traces;

    DeskPapers(DeskApplications desk, Papers papers, ControlSlips slips, Attachments attachments, Traces traces) {
        this.desk = desk;
        this.papers = papers;
        this.slips = slips;
        this.attachments = attachments;
        this.traces = traces;
    }

    @GetMapping("/desk/applications/{id}/papers/{form}/{round}")
    @Requires("publicservice/read-application")
    void paper(
            @PathVariable String id,
            @PathVariable String form,
            @PathVariable String round,
            Reader reader,
            HttpServletResponse response) {
        Application application = desk.visible(id, reader);
        FileId paper = papers.open(application.id(), form, round).orElseThrow(PublicServiceProblems::noSuchApplication);
        traces.read(reader, "publicservice/open-paper", application.id());
        attachments.send(paper, response);
    }

    @PostMapping("/desk/applications/{id}/control-slips")
    @Requires(Registers.ACTION)
    ModelAndView slip(@PathVariable String id, @RequestParam(defaultValue = "") String round, Reader reader) {
        Application application = desk.visible(id, reader);
        if (round.matches("[1-9][0-9]{0,2}")) {
            slips.give(application.id(), Integer.parseInt(round), reader);
        }
        return new ModelAndView("redirect:/desk/cases/" + application.caseId().value() + "#application-given");
    }
}
