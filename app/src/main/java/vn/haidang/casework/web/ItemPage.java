package vn.haidang.casework.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.haidang.casework.internal.Consult;
import vn.haidang.casework.internal.ItemDesk;
import vn.haidang.casework.internal.WorkItem;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;
import vn.haidang.ui.SummaryRow;

/** One work item on the desk. */
public record ItemPage(
        ItemDesk.View view, String unit, String role, ItemForm form, List<FieldError> errors, boolean done) {

    public String path() {
        return "/desk/items/" + view.item().id();
    }

    public String casePath() {
        var caseId = view.item().caseId();
        return caseId == null ? "" : "/desk/cases/" + caseId.value();
    }

    public String newPartPath() {
        return casePath() + "/tasks/new?parent=" + view.item().id();
    }

    /** What can be answered to a consult. */
    public static List<Option> answers(Screen screen) {
        return Stream.of(Consult.Answer.values())
                .map(answer -> new Option(
                        answer.code(),
                        screen.say("casework.item.outcome." + answer.code()),
                        answer == Consult.Answer.OBJECTED ? screen.say("casework.act.reason-needed") : ""))
                .toList();
    }

    public List<Option> colleagues() {
        return view.colleagues().stream()
                .map(each -> new Option(each.id().value().toString(), each.name(), ""))
                .toList();
    }

    public List<SummaryRow> summary(Screen screen) {
        WorkItem item = view.item();
        List<SummaryRow> rows = new ArrayList<>();
        if (!item.code().isEmpty()) {
            rows.add(SummaryRow.text(screen.say("casework.case.code"), item.code()));
        }
        rows.add(SummaryRow.text(screen.say("casework.item.unit"), unit));
        rows.add(SummaryRow.text(screen.say("casework.item.role"), role));
        rows.add(SummaryRow.text(screen.say("casework.item.posted"), posted(screen, item)));
        rows.add(SummaryRow.text(
                screen.say("casework.inbox.due"),
                item.dueAt() == null ? screen.say("casework.item.no-due") : due(screen, item.dueAt())));
        rows.add(SummaryRow.text(
                screen.say("casework.inbox.who"),
                item.holder() == null ? screen.say("casework.inbox.nobody") : item.holder()));
        Instant until = item.substituteUntil();
        String substitute = item.substitute();
        if (until != null && substitute != null) {
            rows.add(SummaryRow.text(
                    screen.say("casework.item.substitute"),
                    screen.say("casework.item.substitute.until", substitute, due(screen, until))));
        }
        String note = item.note();
        if (note != null) {
            rows.add(SummaryRow.text(screen.say("casework.item.note"), note));
        }
        return rows;
    }

    public static String due(Screen screen, Instant tooLate) {
        return new DueMoment(tooLate).words(screen);
    }

    /** How it stands, in words. */
    public static String state(Screen screen, WorkItem item) {
        if (item.open()) {
            return screen.say("casework.item.state.open");
        }
        String outcome = item.outcome();
        return screen.say(
                item.cancelled() || outcome == null
                        ? "casework.item.state.cancelled"
                        : "casework.item.outcome." + outcome);
    }

    public static String colour(WorkItem item) {
        return item.open() ? "blue" : item.cancelled() ? "grey" : "objected".equals(item.outcome()) ? "red" : "green";
    }

    private static String posted(Screen screen, WorkItem item) {
        return item.postedByName().isEmpty()
                ? screen.moment(item.postedAt())
                : screen.say("casework.timeline.when", screen.moment(item.postedAt()), item.postedByName());
    }
}
