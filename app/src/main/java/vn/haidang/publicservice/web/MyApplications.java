package vn.haidang.publicservice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import vn.haidang.files.FileId;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Bundles;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.RefusedFile;
import vn.haidang.publicservice.internal.Traces;
import vn.haidang.ui.Access;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.KeptInput;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.PageView;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;
import vn.haidang.ui.SaysTooLarge;

/** What an applicant sees and does after handing in. Only one's own: any other id is answered like one that does not exist. */
@Controller
class MyApplications {

    private static final int A_PAGE = 20;

    private final Applications applications;
    private final Bundles bundles;
    private final MyScreens screens;
    private final Attachments attachments;
    private final Traces traces;

    MyApplications(
            Applications applications, Bundles bundles, MyScreens screens, Attachments attachments, Traces traces) {
        this.applications = applications;
        this.bundles = bundles;
        this.screens = screens;
        this.attachments = attachments;
        this.traces = traces;
    }

    @GetMapping("/my/applications")
    @Requires(Access.SIGNED_IN)
    ModelAndView list(@RequestParam(required = false) @Nullable String page, Reader reader) {
        return new PageView(
                "publicservice/applications",
                new MyApplicationsPage(
                        applications.mine(reader, new PageRequest(Pages.number(page), A_PAGE)), bundles.mine(reader)));
    }

    @GetMapping("/my/applications/{id}")
    @Requires(Access.SIGNED_IN)
    ModelAndView application(@PathVariable String id, Reader reader) {
        return read(id, reader, screens.application(Ids.application(id), reader));
    }

    @GetMapping("/my/applications/{id}/receipt")
    @Requires(Access.SIGNED_IN)
    ModelAndView receipt(@PathVariable String id, Reader reader) {
        return read(id, reader, screens.receipt(Ids.application(id), reader));
    }

    @SaysTooLarge
    @GetMapping("/my/applications/{id}/supplement")
    @Requires(Access.SIGNED_IN)
    ModelAndView asked(
            @PathVariable String id,
            @RequestParam(name = SaysTooLarge.FLAG, required = false) @Nullable String tooLarge,
            HttpServletRequest request,
            Reader reader) {
        String note = String.join("\n", KeptInput.of(request).getOrDefault("note", new String[0]));
        return tooLarge == null
                ? screens.supplement(Ids.application(id), note, List.of(), reader)
                : PageView.wrong(screens.supplement(
                        Ids.application(id),
                        note,
                        List.of(FieldError.tooLarge("files", SupplementPage.LARGEST_FILE)),
                        reader));
    }

    @PostMapping("/my/applications/{id}/supplement")
    @Requires(Access.SIGNED_IN)
    ModelAndView supplement(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            Reader reader) {
        ApplicationId application = Ids.application(id);
        if (Ids.uuid(key).isEmpty()) {
            return PageView.wrong(screens.supplement(
                    application, note, List.of(FieldError.of("note", "publicservice.check.again")), reader));
        }
        try {
            applications.supplement(
                    new Applications.Supplement(application, Ids.uuid(key).get(), note, Uploads.of(request), reader));
            KeptInput.forget(request);
            return home(application);
        } catch (ProblemException refused) {
            var code = refused.problem().code();
            if (code.equals("publicservice/supplement-empty")) {
                var empty = FieldError.of("note", "publicservice.supplement.empty");
                return PageView.wrong(screens.supplement(application, note, List.of(empty), reader));
            }
            if (code.startsWith("files/")) {
                var file = FieldError.of(RefusedFile.field(refused, "files"), refused.problem());
                return PageView.wrong(screens.supplement(application, note, List.of(file), reader));
            }
            throw refused;
        }
    }

    @GetMapping("/my/applications/{id}/withdraw")
    @Requires(Access.SIGNED_IN)
    ModelAndView askWithdraw(@PathVariable String id, Reader reader) {
        return new PageView("publicservice/withdraw", new WithdrawPage(screens.summary(Ids.application(id), reader)));
    }

    @PostMapping("/my/applications/{id}/withdraw")
    @Requires(Access.SIGNED_IN)
    ModelAndView withdraw(@PathVariable String id, @RequestParam(defaultValue = "") String reason, Reader reader) {
        ApplicationId application = Ids.application(id);
        applications.withdraw(application, reason, reader);
        return home(application);
    }

    @PostMapping("/my/applications/{id}/rating")
    @Requires(Access.SIGNED_IN)
    ModelAndView rate(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String stars,
            @RequestParam(defaultValue = "") String comment,
            Reader reader) {
        ApplicationId application = Ids.application(id);
        if (!stars.matches("[1-5]")) {
            throw PublicServiceProblems.noSuchStars();
        }
        applications.rate(application, Integer.parseInt(stars), comment, reader);
        return home(application);
    }

    @GetMapping("/my/applications/{id}/result")
    @Requires(Access.SIGNED_IN)
    void result(@PathVariable String id, Reader reader, HttpServletResponse response) {
        var summary = screens.summary(Ids.application(id), reader);
        var result = summary.result();
        if (result == null) {
            throw PublicServiceProblems.noSuchApplication();
        }
        traces.read(reader, "publicservice/my-result", summary.id());
        attachments.send(new FileId(result.file()), response);
    }

    @GetMapping("/my/applications/{id}/files/{file}")
    @Requires(Access.SIGNED_IN)
    void file(@PathVariable String id, @PathVariable String file, Reader reader, HttpServletResponse response) {
        Application application = applications.get(Ids.application(id), reader);
        traces.read(reader, "publicservice/my-file", application.id());
        attachments.send(application, file, response);
    }

    /** The owner too leaves a trace: a stolen account or a stand-in who looked too far shows in it. */
    private ModelAndView read(String id, Reader reader, ModelAndView opened) {
        traces.read(reader, "publicservice/my-application", Ids.application(id));
        return opened;
    }

    private static ModelAndView home(ApplicationId application) {
        return new ModelAndView(new RedirectView("/my/applications/" + application.value(), true));
    }
}
