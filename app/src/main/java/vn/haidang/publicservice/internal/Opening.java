package vn.haidang.publicservice.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.Cases;
import vn.haidang.casework.ClockTerms;
import vn.haidang.casework.OpenCase;
import vn.haidang.files.FileId;
import vn.haidang.files.Files;
import vn.haidang.files.StoredFile;
import vn.haidang.form.Draft;
import vn.haidang.form.FormDefinition;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Applications.Submission;
import vn.haidang.publicservice.DossierCodes;
import vn.haidang.publicservice.Promise;
import vn.haidang.publicservice.Service;
import vn.haidang.worktime.LegalDuration;
import vn.haidang.worktime.WorkCalendars;

/** Turns a finished draft into an application with its case and its promise, inside the caller's transaction. */
@Component
class Opening {

    private final ApplicationRows rows;
    private final Cases cases;
    private final DossierCodes codes;
    private final Files files;
    private final WorkCalendars calendars;
    private final Traces traces;

    Opening(
            ApplicationRows rows,
            Cases cases,
            DossierCodes codes,
            Files files,
            WorkCalendars calendars,
            Traces traces) {
        this.rows = rows;
        this.cases = cases;
        this.codes = codes;
        this.files = files;
        this.calendars = calendars;
        this.traces = traces;
    }

    ApplicationId open(Service service, UnitId unit, Draft draft, Submission submission, String secret, Instant now) {
        return open(service, unit, draft, submission, secret, Arrival.online(unit, now));
    }

    /** @param unit the one that decides */
    ApplicationId open(
            Service service, UnitId unit, Draft draft, Submission submission, String secret, Arrival arrival) {
        Instant now = arrival.at();
        ApplicationId id = traces.nextApplication();
        CaseId caseId = traces.nextCase();
        LocalDate today = traces.day(now);
        Service.Handling handling = Objects.requireNonNull(service.handling());
        LegalDuration duration = Objects.requireNonNull(service.duration(arrival.channel()));
        String name = submission.by().partyName();
        String code = codes.next(arrival.receiving(), today);
        cases.open(new OpenCase(
                caseId,
                handling.procedure(),
                code,
                service.shortName(),
                Traces.APPLICATION,
                id.value(),
                unit,
                arrival.receiving(),
                arrival.channel(),
                draft.party(),
                name,
                new ClockTerms(
                        duration.code(),
                        handling.afterSupplement(),
                        handling.afterSupplementSource(),
                        service.source(),
                        calendars.officeHoursOf(unit, today, handling.officeHours())),
                arrival.filedAt(),
                arrival.digitised(),
                submission.by().actor()));
        var application = new Application(
                id,
                draft.id(),
                draft.owner(),
                draft.party(),
                service.code(),
                service.version(),
                unit,
                caseId,
                code,
                name,
                submitter(submission.by()),
                draft.form().code(),
                draft.form().version(),
                draft.leftOut(),
                draft.answers(),
                submission.device(),
                secret,
                Promise.of(cases.firstPromise(caseId)),
                now,
                Stream.concat(files(draft).stream(), arrival.papers().stream()).toList());
        rows.insert(application, submission.key(), today);
        traces.submitted(application, draft, today, submission.by());
        return id;
    }

    private static Application.@Nullable Submitter submitter(Reader by) {
        Mandate mandate = by.mandate();
        if (mandate == null) {
            return null;
        }
        Mandate.Spokesperson spokesperson = mandate.spokesperson();
        return new Application.Submitter(
                by.displayName(),
                mandate.basis(),
                spokesperson == null ? null : new Application.Spoken(spokesperson.name(), spokesperson.basis()));
    }

    private List<Application.HandedIn> files(Draft draft) {
        List<FileId> ids = fileFields(draft.form()).stream()
                .flatMap(field -> draft.files(field).stream())
                .toList();
        Map<FileId, StoredFile> stored =
                files.all(ids).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
        List<Application.HandedIn> handedIn = new ArrayList<>();
        for (String field : fileFields(draft.form())) {
            for (FileId file : draft.files(field)) {
                handedIn.add(HandingIn.of(0, field, Objects.requireNonNull(stored.get(file))));
            }
        }
        return handedIn;
    }

    private static List<String> fileFields(FormDefinition form) {
        return form.fields()
                .filter(field -> field.kind() == FormDefinition.Kind.FILE)
                .map(FormDefinition.Field::name)
                .toList();
    }
}
