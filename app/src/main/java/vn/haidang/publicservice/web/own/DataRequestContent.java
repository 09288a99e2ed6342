package vn.haidang.publicservice.web.own;

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
import vn.haidang.ui.Fragment;

/** What somebody asks about their data, inside its case; casework decides who may see the case, the look is journaled. */
@Component
class DataRequestContent implements CaseContent {

    private final DataRequestRows rows;
    private final Journal journal;

    DataRequestContent(DataRequestRows rows, Journal journal) {
        this.rows = rows;
        this.journal = journal;
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
        boolean open = standing.status() != CaseStatus.CLOSED
                && standing.request().extension() == null
                && DataRequests.mayHandle(standing.request(), reader);
        return new Fragment("publicservice/own/requestContent", new DataRequestPage(standing.request(), open));
    }
}
