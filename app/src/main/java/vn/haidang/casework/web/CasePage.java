package vn.haidang.casework.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.Cases;
import vn.haidang.casework.internal.CaseDesk;
import vn.haidang.casework.internal.Consult;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.casework.internal.SubCaseRows;
import vn.haidang.casework.internal.SubCases;
import vn.haidang.casework.internal.WorkItem;
import vn.haidang.casework.web.procedure.PictureView;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;
import vn.haidang.ui.SummaryRow;
import vn.haidang.ui.TimelineEntry;
import vn.haidang.worktime.Deadline;
import vn.haidang.worktime.Pause;

/**
 * One case on the desk.
 *
 * @param content what the owner of the subject shows, null when nobody owns it here
 * @param picture the procedure with the present step lit
 * @param company what goes along with the case
 * @param form what was typed, kept when something was refused
 * @param refusal key of the problem that refused the act, null when none did
 * @param refusalArguments the values its text names
 * @param since what happened since the official looked, after a conflict
 * @param done whether an act was just recorded
 */
public record CasePage(
        CaseDesk.View view,
        String competentUnit,
        String receivingUnit,
        @Nullable Fragment content,
        PictureView picture,
        CaseCompany company,
        ActForm form,
        List<FieldError> errors,
        @Nullable String refusal,
        List<Object> refusalArguments,
        List<Cases.Event> since,
        boolean done) {

    public List<Option> outcomes(Screen screen) {
        Procedure.Step step = view.step();
        return step == null
                ? List.of()
                : step.outcomes().stream()
                        .map(exit -> new Option(exit.outcome(), exit.name(screen.locale()), hint(screen, exit)))
                        .toList();
    }

    /** The papers that can be named as missing. */
    public List<Option> papers(Screen screen) {
        return company.papers().stream()
                .map(paper -> Option.of(paper.code(), screen.english() ? paper.nameEn() : paper.name()))
                .toList();
    }

    private String hint(Screen screen, Procedure.Exit exit) {
        if (exit.kind() == Procedure.Kind.SUPPLEMENT && view.procedure().workFile() && timesAsked() > 0) {
            return screen.say("casework.act.asks-again", screen.number(timesAsked()));
        }
        return exit.tellsApplicant() && exit.needsReason()
                ? screen.say("casework.act.reason-told")
                : exit.needsReason() ? screen.say("casework.act.reason-needed") : "";
    }

    private long timesAsked() {
        return view.pauses().stream()
                .filter(pause -> pause.kind() == Pause.Kind.SUPPLEMENT)
                .count();
    }

    /** Whether the national portal counts the dossier as late because more was asked for again. */
    public boolean askedAgain() {
        return view.procedure().workFile() && timesAsked() > 1;
    }

    public Titled titled() {
        return company.titled();
    }

    public List<Consult> consults() {
        return company.consults();
    }

    /** The work beside the steps that is no answer to a consult: the plan as a tree, each task before its parts. */
    public List<WorkItem> tasks() {
        return ItemTree.inOrder(
                view.beside().stream().filter(item -> item.consult() == null).toList());
    }

    public SubCaseRows.@Nullable SubCase parent() {
        return company.parent();
    }

    public List<SubCaseRows.SubCase> subCases() {
        return company.subCases();
    }

    public String relation(SubCaseRows.SubCase child) {
        return child.relation() == SubCases.Relation.BESIDE ? "beside" : "blocks";
    }

    /** When a case opened for it is due; empty while its clock stands still. */
    public String due(Screen screen, SubCaseRows.SubCase child) {
        Instant due = child.dueAt();
        return due == null ? "" : new DueMoment(due).words(screen);
    }

    public String unitName(UnitId unit) {
        return company.unitNames().getOrDefault(unit, "");
    }

    public String consultState(Screen screen, Consult consult) {
        String result = consult.result();
        return screen.say(
                result == null
                        ? "casework.consult.state." + consult.state().name()
                        : "casework.consult.result." + result);
    }

    public String consultColour(Consult consult) {
        if (consult.open()) {
            return "blue";
        }
        String result = consult.result();
        return result == null ? "grey" : result.equals("objected") ? "red" : result.equals("mixed") ? "amber" : "green";
    }

    /** How many must answer until when, and what silence means. */
    public String consultRule(Screen screen, Consult consult) {
        String basis = consult.basis();
        String silence =
                screen.say("casework.consult.silence." + consult.silence().code());
        return screen.say(
                "casework.consult.rule",
                screen.number(consult.needed()),
                screen.number(consult.answers().size()),
                new DueMoment(consult.dueAt()).words(screen),
                basis == null ? silence : screen.say("casework.consult.silence.with-basis", silence, basis));
    }

    public static String colour(CaseStatus status) {
        return switch (status) {
            case OPEN -> "blue";
            case PAUSED, STOPPED -> "amber";
            case CLOSED -> "grey";
        };
    }

    /** Whether the reader may stop the clock now, or let it go on. */
    public boolean mayStop() {
        return view.overClock()
                && switch (view.summary().status()) {
                    case OPEN, STOPPED -> true;
                    case PAUSED, CLOSED -> false;
                };
    }

    /** Whoever does the present step may ask no longer; so may whoever asked, where the act finds out. */
    public boolean mayWithdraw(Consult consult) {
        return consult.open() && view.permission() == CaseDesk.Permission.ACT;
    }

    public List<VisitLine> visits(Screen screen) {
        return VisitLine.of(company.clocks(), view.procedure(), screen);
    }

    public String worked(Screen screen) {
        return VisitLine.words(company.clocks().total(), screen);
    }

    /** Why the present step is due when it is; null when its own clock does not run. */
    public @Nullable Deadline stepDeadline() {
        return company.clocks().present();
    }

    public List<SummaryRow> summary(Screen screen) {
        var summary = view.summary();
        return List.of(
                SummaryRow.text(screen.say("casework.case.code"), summary.code()),
                SummaryRow.text(screen.say("casework.case.applicant"), summary.applicantName()),
                SummaryRow.text(
                        screen.say("casework.case.channel"),
                        screen.say("casework.channel." + summary.channel().name())),
                SummaryRow.text(screen.say("casework.case.filed"), screen.moment(summary.filedAt())),
                SummaryRow.text(screen.say("casework.case.received"), screen.moment(summary.receivedAt())),
                SummaryRow.text(screen.say("casework.case.competent"), competentUnit),
                SummaryRow.text(screen.say("casework.case.receiving"), receivingUnit),
                SummaryRow.text(
                        screen.say("casework.case.procedure"),
                        screen.say(
                                "casework.case.procedure.version",
                                screen.english()
                                        ? view.procedure().nameEn()
                                        : view.procedure().name(),
                                screen.number(view.procedure().version()))));
    }

    public List<TimelineEntry> timeline(Screen screen) {
        return view.events().reversed().stream()
                .map(event -> entry(screen, event))
                .toList();
    }

    public String line(Screen screen, Cases.Event event) {
        String who = who(screen, event);
        return screen.say(
                "casework.timeline.line", screen.say("casework.event." + event.verb()), who, screen.moment(event.at()));
    }

    public String path() {
        return "/desk/cases/" + view.summary().id().value();
    }

    /** Who did it; a substitute with the one in whose name. */
    public String who(Screen screen, Cases.Event event) {
        String name = event.actorName().isEmpty() ? screen.say("casework.machine") : event.actorName();
        String behalf = event.behalfName();
        return behalf == null ? name : screen.say("casework.timeline.behalf", name, behalf);
    }

    /** When it is due, in words; empty while the clock stands still. */
    public String due(Screen screen) {
        Instant due = view.deadline().due();
        return due == null ? "" : new DueMoment(due).words(screen);
    }

    private TimelineEntry entry(Screen screen, Cases.Event event) {
        String who = who(screen, event);
        String what = outcome(event, screen.locale());
        String title = screen.say("casework.event." + event.verb());
        return TimelineEntry.done(
                what.isEmpty() || what.equals(title) ? title : title + ": " + what,
                screen.say("casework.timeline.when", screen.moment(event.at()), who),
                event.reason() == null ? "" : event.reason());
    }

    private String outcome(Cases.Event event, Locale locale) {
        String step = event.step();
        String outcome = event.outcome();
        return step == null || outcome == null
                ? ""
                : view.procedure()
                        .find(step)
                        .flatMap(each -> each.exit(outcome))
                        .map(exit -> exit.name(locale))
                        .orElse("");
    }
}
