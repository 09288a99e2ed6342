package vn.haidang.publicservice.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.haidang.files.FileId;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.ApplicationRows;
import vn.haidang.publicservice.internal.Traces;
import vn.haidang.ui.Requires;

/** Files of an application for officers: who may see the case may open them, and every opening is journaled. */
@Controller
class DeskFiles {

    private final DeskApplications desk;
    private final ApplicationRows applications;
    private final Attachments attachments;
    private final Traces traces;

    DeskFiles(DeskApplications desk, ApplicationRows applications, Attachments attachments, Traces traces) {
        this.desk = desk;
        this.applications = applications;
        this.attachments = attachments;
        this.traces = traces;
    }

    @GetMapping("/desk/applications/{id}/files/{file}")
    @Requires("publicservice/read-application")
    void file(@PathVariable String id, @PathVariable String file, Reader reader, HttpServletResponse response) {
        Application application = desk.visible(id, reader);
        traces.read(reader, "publicservice/open-file", application.id());
        attachments.send(application, file, response);
    }

    @GetMapping("/desk/applications/{id}/result")
    @Requires("publicservice/read-application")
    void result(@PathVariable String id, Reader reader, HttpServletResponse response) {
        Application application = desk.visible(id, reader);
        FileId result = applications.result(application.id()).orElseThrow(PublicServiceProblems::noSuchApplication);
        traces.read(reader, "publicservice/open-result", application.id());
        attachments.send(result, response);
    }
}
