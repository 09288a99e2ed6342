package vn.haidang.casework.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.internal.CaseworkProblems;
import vn.haidang.casework.internal.UnitMoves;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.Option;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** Sorting the open cases of units that were divided, or whose successor is not established. */
@Controller
class StrandedPages {

    static final String ACTION = "casework/sort";

    private final UnitMoves moves;
    private final UnitChoices choices;

    StrandedPages(UnitMoves moves, UnitChoices choices) {
        this.moves = moves;
        this.choices = choices;
    }

    @GetMapping("/desk/stranded")
    @Requires(ACTION)
    PageView list(Reader reader, Locale locale, @RequestParam(defaultValue = "") String done) {
        List<UnitMoves.Stranded> cases = moves.stranded(reader);
        boolean unestablished =
                cases.stream().anyMatch(each -> each.candidates().isEmpty());
        List<Option> all = unestablished ? choices.units(List.of(), locale) : List.of();
        return new PageView("casework/stranded", new StrandedPage(cases, all, !done.isEmpty()));
    }

    @PostMapping("/desk/stranded/{id}")
    @Requires(ACTION)
    String sort(
            Reader reader,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String unit) {
        UUID ended = TaskForm.id(from).orElseThrow(() -> CaseworkProblems.fieldMissing("from"));
        UUID taking = TaskForm.id(unit).orElseThrow(() -> CaseworkProblems.fieldMissing("unit"));
        moves.sort(new CaseId(id), new UnitId(ended), new UnitId(taking), reader);
        return "redirect:/desk/stranded?done=1";
    }
}
