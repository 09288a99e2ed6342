package vn.haidang.casework.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.Cases;
import vn.haidang.casework.internal.CaseDesk;
import vn.haidang.casework.internal.CaseworkProblems;
import vn.haidang.casework.internal.Consult;
import vn.haidang.casework.internal.ConsultDesk;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.casework.internal.ProcedurePictures;
import vn.haidang.casework.internal.SubCaseRows;
import vn.haidang.casework.internal.SubCases;
import vn.haidang.casework.internal.VisitClocks;
import vn.haidang.casework.spi.SupplementPapers;
import vn.haidang.casework.web.procedure.PictureView;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.UnitWords;
import vn.haidang.organization.Units;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Problem;

/** Everything the page of a case is put together from. */
@Component
class CaseParts {

    private final Units units;
    private final CaseSubjects subjects;
    private final ProcedurePictures pictures;
    private final ConsultDesk consults;
    private final VisitClocks clocks;
    private final SubCases subCases;

    CaseParts(
            Units units,
            CaseSubjects subjects,
            ProcedurePictures pictures,
            ConsultDesk consults,
            VisitClocks clocks,
            SubCases subCases) {
        this.units = units;
        this.subjects = subjects;
        this.pictures = pictures;
        this.consults = consults;
        this.clocks = clocks;
        this.subCases = subCases;
    }

    CasePage page(
            CaseDesk.View view,
            Reader reader,
            ActForm form,
            List<FieldError> errors,
            @Nullable Problem refusal,
            boolean done) {
        boolean conflict = refusal != null && refusal.code().equals(CaseworkProblems.CHANGED_MEANWHILE);
        List<Consult> asked = consults.of(view.summary().id(), view.beside());
        Map<UnitId, String> names = new LinkedHashMap<>();
        view.beside().forEach(item -> names.computeIfAbsent(item.unit(), this::name));
        CaseId parent = view.parent();
        List<SubCaseRows.SubCase> children =
                view.accompanied() ? subCases.of(view.summary().id(), reader) : List.of();
        children.forEach(child -> names.computeIfAbsent(child.unit(), this::name));
        SubCaseRows.SubCase above = parent == null ? null : subCases.parent(parent, reader);
        Titled titled = subjects.titled(Stream.concat(
                Stream.of(view.summary().title()),
                Stream.concat(Stream.ofNullable(above), children.stream()).map(SubCaseRows.SubCase::title)));
        return new CasePage(
                view,
                name(view.summary().competentUnit()),
                name(view.summary().receivingUnit()),
                subjects.content(view.summary(), reader),
                picture(view),
                new CaseCompany(asked, above, children, names, clocks.of(view), papers(view), titled),
                form,
                errors,
                refusal == null ? null : refusal.messageKey(),
                refusal == null ? List.of() : refusal.arguments(),
                conflict ? since(view, form) : List.of(),
                done);
    }

    /** Where the reader may ask for one now. */
    private List<SupplementPapers.Named> papers(CaseDesk.View view) {
        Procedure.Step step = view.step();
        return view.permission() == CaseDesk.Permission.ACT
                        && step != null
                        && step.outcomes().stream().anyMatch(exit -> exit.kind() == Procedure.Kind.SUPPLEMENT)
                ? subjects.papers(view.summary())
                : List.of();
    }

    private PictureView picture(CaseDesk.View view) {
        Procedure.Step step = view.step();
        return new PictureView(
                view.procedure(),
                pictures,
                step == null ? null : step.code(),
                view.events().stream()
                        .filter(event -> event.outcome() != null && event.step() != null)
                        .map(event -> String.valueOf(event.step()))
                        .collect(Collectors.toSet()));
    }

    private String name(UnitId unit) {
        return units.find(unit).map(UnitWords::name).orElse("");
    }

    private static List<Cases.Event> since(CaseDesk.View view, ActForm form) {
        long seen = form.act(view.summary().id(), Reader.ANONYMOUS).expectedVersion();
        return view.events().stream()
                .filter(event -> event.caseVersion() > seen)
                .toList();
    }
}
