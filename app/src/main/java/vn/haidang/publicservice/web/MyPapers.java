package vn.haidang.publicservice.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.haidang.files.FileId;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.ControlSlips;
import vn.haidang.publicservice.internal.Papers;
import vn.haidang.publicservice.internal.Traces;
import vn.haidang.ui.Access;
import vn.haidang.ui.Requires;

/** Forms that acts on an application gave its applicant; control slips are the office's own. */
@Controller
class MyPapers {

    private final Applications applications;
    private final Papers papers;
    private final Attachments attachments;
    private final Traces traces;

    MyPapers(Applications applications, Papers papers, Attachments attachments, Traces traces) {
        this.applications = applications;
        this.papers = papers;
        this.attachments = attachments;
        this.traces = traces;
    }

    @GetMapping("/my/applications/{id}/papers/{form}/{round}")
    @Requires(Access.SIGNED_IN)
    void paper(
            @PathVariable String id,
            @PathVariable String form,
            @PathVariable String round,
            Reader reader,
            HttpServletResponse response) {
        ApplicationId mine = applications.get(Ids.application(id), reader).id();
        if (form.equals(ControlSlips.FORM)) {
            throw PublicServiceProblems.noSuchApplication();
        }
        FileId paper = papers.open(mine, form, round).orElseThrow(PublicServiceProblems::noSuchApplication);
        traces.read(reader, "publicservice/my-paper", mine);
        attachments.send(paper, response);
    }
}
