package vn.haidang.casework.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.spi.SupplementPapers;

/** The papers that a request for more can name, as the module that owns the subject of the case knows them. */
@Component
class MissingPapers {

    /** What is told to an applicant is told in Vietnamese. */
    private static final Locale VIETNAMESE = Locale.of("vi", "VN");

    private final ObjectProvider<SupplementPapers> papers;
    private final MessageSource messages;

    MissingPapers(ObjectProvider<SupplementPapers> papers, MessageSource messages) {
        this.papers = papers;
        this.messages = messages;
    }

    List<SupplementPapers.Named> papers(CaseSummary summary) {
        return of(summary).map(owner -> owner.papers(summary)).orElse(List.of());
    }

    /** Whether papers could be named and none is: neither ticked nor in words. */
    boolean isNameless(CaseSummary summary, ActForm form) {
        List<SupplementPapers.Named> offered = papers(summary);
        return !offered.isEmpty()
                && ticked(offered, form).isEmpty()
                && of(summary)
                        .filter(owner -> owner.named(form.reason(), offered))
                        .isEmpty();
    }

    /** The form with the ticked papers in its reason, so that everybody who reads the request reads them. */
    ActForm naming(CaseSummary summary, ActForm form) {
        List<SupplementPapers.Named> ticked = ticked(papers(summary), form);
        if (ticked.isEmpty()) {
            return form;
        }
        String names = IntStream.range(0, ticked.size())
                .mapToObj(each -> "(" + (each + 1) + ") " + ticked.get(each).name())
                .collect(Collectors.joining("; "));
        String told = messages.getMessage("casework.act.papers.told", new Object[] {names}, VIETNAMESE);
        return form.because(form.reason().isEmpty() ? told : form.reason() + "\n" + told);
    }

    private static List<SupplementPapers.Named> ticked(List<SupplementPapers.Named> offered, ActForm form) {
        return offered.stream()
                .filter(paper -> form.papers().contains(paper.code()))
                .toList();
    }

    private Optional<SupplementPapers> of(CaseSummary summary) {
        return papers.stream()
                .filter(owner -> owner.subjectTypes().contains(summary.subjectType()))
                .findFirst();
    }
}
