package vn.haidang.publicservice.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.spi.CaseContent;
import vn.haidang.files.FileId;
import vn.haidang.files.Files;
import vn.haidang.files.StoredFile;
import vn.haidang.form.Forms;
import vn.haidang.form.QuestionView;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.Dossiers;
import vn.haidang.publicservice.internal.Traces;
import vn.haidang.ui.Fragment;

/** An application inside its case, for the officer who handles it; casework decides who may see the case, the look is journaled. */
@Component
class ApplicationContent implements CaseContent {

    private final Dossiers dossiers;
    private final Forms forms;
    private final QuestionView questions;
    private final Files files;
    private final Traces traces;

    ApplicationContent(Dossiers dossiers, Forms forms, QuestionView questions, Files files, Traces traces) {
        this.dossiers = dossiers;
        this.forms = forms;
        this.questions = questions;
        this.files = files;
        this.traces = traces;
    }

    @Override
    public String subjectType() {
        return Traces.APPLICATION;
    }

    @Override
    public Fragment draw(CaseSummary shown, Reader reader) {
        Application application = dossiers.any(new ApplicationId(shown.subjectId()))
                .orElseThrow(PublicServiceProblems::noSuchApplication);
        traces.read(reader, "publicservice/handle-application", application.id());
        String path = "/desk/applications/" + application.id().value() + "/files/";
        return new Fragment(
                "publicservice/content",
                new ContentPage(
                        application,
                        questions.answers(
                                forms.version(application.form(), application.formVersion())
                                        .without(application.leftOut()),
                                application.answers(),
                                null,
                                path),
                        files(application, path),
                        dossiers.exchange(application),
                        dossiers.given(application.id()),
                        dossiers.papers(application),
                        dossiers.parcels(application.id()),
                        dossiers.reused(application.id())));
    }

    private List<ContentPage.FileOf> files(Application application, String path) {
        List<FileId> ids =
                application.files().stream().map(Application.HandedIn::file).toList();
        Map<FileId, StoredFile> stored =
                files.all(ids).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
        return application.files().stream()
                .flatMap(file -> Optional.ofNullable(stored.get(file.file()))
                        .map(known -> new ContentPage.FileOf(
                                file.round(), known, path + file.file().value()))
                        .stream())
                .toList();
    }
}
