package vn.haidang.casework.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.haidang.casework.AskedPapers;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.spi.SupplementPapers;

/** The papers that a request for more names, as the module that owns the subject of the case knows them. */
@Component
public class MissingPapers {

    /** What is told to an applicant is told in Vietnamese. */
    private static final Locale VIETNAMESE = Locale.of("vi", "VN");

    private final ObjectProvider<SupplementPapers> papers;
    private final MessageSource messages;

    MissingPapers(ObjectProvider<SupplementPapers> papers, MessageSource messages) {
        this.papers = papers;
        this.messages = messages;
    }

    /** Those that can be named; none where none are known. */
    public List<SupplementPapers.Named> papers(CaseSummary summary) {
        return of(summary).map(owner -> owner.papers(summary)).orElse(List.of());
    }

    /**
     * What the applicant is asked for.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-paper}; {@code casework/no-paper-named} where papers could be
     *     named and none is, neither by its code nor in words, and whoever asks has not been told so
     */
    SupplementRequest request(CaseSummary summary, @Nullable String typed, AskedPapers asked) {
        List<SupplementPapers.Named> offered = papers(summary);
        asked.codes().stream()
                .filter(code -> offered.stream().noneMatch(paper -> paper.code().equals(code)))
                .findFirst()
                .ifPresent(unknown -> {
                    throw CaseworkProblems.noSuchPaper(unknown);
                });
        List<SupplementPapers.Named> named = offered.stream()
                .filter(paper -> asked.codes().contains(paper.code()))
                .toList();
        if (named.isEmpty()) {
            if (!offered.isEmpty() && !asked.nameless() && !named(summary, typed == null ? "" : typed, offered)) {
                throw CaseworkProblems.noPaperNamed();
            }
            return new SupplementRequest(typed, typed, List.of());
        }
        String names = IntStream.range(0, named.size())
                .mapToObj(each -> "(" + (each + 1) + ") " + named.get(each).name())
                .collect(Collectors.joining("; "));
        String told = messages.getMessage("casework.act.papers.told", new Object[] {names}, VIETNAMESE);
        return new SupplementRequest(typed, typed == null ? told : typed + "\n" + told, named);
    }

    private boolean named(CaseSummary summary, String words, List<SupplementPapers.Named> offered) {
        return of(summary).filter(owner -> owner.named(words, offered)).isPresent();
    }

    private Optional<SupplementPapers> of(CaseSummary summary) {
        return papers.stream()
                .filter(owner -> owner.subjectTypes().contains(summary.subjectType()))
                .findFirst();
    }
}
