package vn.haidang.publicservice.web.own;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.spi.CaseContent;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.publicservice.internal.own.DataProblems;
import vn.haidang.publicservice.internal.own.DataRequestRows;
import vn.haidang.publicservice.internal.own.DataRequests;
import vn.haidang.publicservice.internal.own.ErasureRows;
import vn.haidang.ui.Fragment;

/** What somebody asks about their data, inside its case; casework decides who may see the case, the look is journaled. */
@Component
class DataRequestContent implements CaseContent {

    private static final String DELETE = "delete";

    private final DataRequestRows rows;
    private final ErasureRows erasures;
    private final Journal journal;
    private final Clock clock;

    DataRequestContent(DataRequestRows rows, ErasureRows erasures, Journal journal, Clock clock) {
        this.rows = rows;
        this.erasures = erasures;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public String subjectType() {
        return DataRequests.SUBJECT;
    }

    @Override
    public Fragment draw(CaseSummary shown, Reader reader) {
        var standing = rows.any(shown.subjectId()).orElseThrow(DataProblems::nothingHere);
        journal.read(
                reader.actor(),
                "publicservice/handle-data-request",
                List.of(new Subject(DataRequests.SUBJECT, standing.request().id())));
        DataRequestRows.DataRequest request = standing.request();
        boolean deletes = request.right().equals(DELETE);
        boolean undecided = standing.status() != CaseStatus.CLOSED;
        boolean open = undecided && request.extension() == null && DataRequests.mayHandle(request, reader);
        return new Fragment(
                "publicservice/own/requestContent",
                new DataRequestPage(
                        request,
                        open,
                        deletes && undecided ? rules(request) : List.of(),
                        deletes ? erasures.of(request.id()) : List.of()));
    }

    /** For a child nothing of the account that asked. */
    private List<ErasureRows.Rule> rules(DataRequestRows.DataRequest request) {
        boolean oneself = request.party().is(request.account());
        return erasures.rules(LocalDate.now(clock)).stream()
                .filter(rule -> oneself || !rule.ofAccount())
                .toList();
    }
}
