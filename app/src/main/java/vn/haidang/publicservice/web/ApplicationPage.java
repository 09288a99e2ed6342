package vn.haidang.publicservice.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseStatus;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationSummary;
import vn.haidang.publicservice.Paper;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.internal.Parcel;
import vn.haidang.publicservice.internal.SupplementRequests.Exchange;
import vn.haidang.publicservice.internal.SupplementRequests.Request;
import vn.haidang.publicservice.internal.SupplementRows.Given;
import vn.haidang.publicservice.internal.SupplementRows.Happened;
import vn.haidang.ui.Fragment;

/**
 * An application as its applicant sees it: where it stands, what comes next and who has it, what happened.
 *
 * @param asked what the applicant was last asked for
 * @param exchange all papers they were ever asked for, and all they added
 * @param given forms given out while it was handled
 * @param answers what was handed in, with its sources
 */
public record ApplicationPage(
        ApplicationSummary summary,
        Application application,
        Service service,
        String unitName,
        Request asked,
        Exchange exchange,
        List<Happened> happened,
        List<Given> given,
        List<Paper> papers,
        List<Parcel> parcels,
        Fragment answers) {

    /** Code of the state in words: {@code publicservice.state.<code>} and {@code .next}. */
    public String state() {
        boolean silent = "withdrawn".equals(summary.outcome())
                && !happened.isEmpty()
                && happened.getLast().verb().equals("ended-silent");
        return silent ? "silent" : state(summary);
    }

    public static String state(ApplicationSummary summary) {
        return state(summary.status(), summary.step(), summary.outcome());
    }

    static String state(CaseStatus status, @Nullable String step, @Nullable String outcome) {
        return switch (status) {
            case PAUSED -> "paused";
            case STOPPED -> "stopped";
            case CLOSED -> outcome(outcome);
            case OPEN -> step(step);
        };
    }

    public static String colour(ApplicationSummary summary) {
        return switch (summary.status()) {
            case PAUSED, STOPPED -> "amber";
            case OPEN -> "blue";
            case CLOSED -> "done".equals(summary.outcome()) ? "green" : "grey";
        };
    }

    private static String outcome(@Nullable String outcome) {
        return outcome != null && List.of("done", "refused", "withdrawn").contains(outcome) ? outcome : "closed";
    }

    private static String step(@Nullable String step) {
        return step != null && List.of("receive", "appraise", "approve").contains(step) ? step : "open";
    }

    /** Why the office stopped the clock and on what basis, while it stands still. */
    public @Nullable String stopped() {
        return summary.status() == CaseStatus.STOPPED ? lastReason("clock-stopped") : null;
    }

    /** Why it was refused; empty where no reason was told. */
    public @Nullable String refusal() {
        return "refused".equals(summary.outcome()) ? lastReason("closed") : null;
    }

    /** The new day the office gave and why it is late, while that is open; null where it did not say so. */
    public @Nullable String apologised() {
        return summary.ended() ? null : lastReason("apologised");
    }

    public boolean paused() {
        return summary.status() == CaseStatus.PAUSED;
    }

    public List<Application.HandedIn> files(int round) {
        return application.files().stream()
                .filter(file -> file.round() == round)
                .toList();
    }

    private @Nullable String lastReason(String verb) {
        return happened.reversed().stream()
                .filter(event -> event.verb().equals(verb))
                .map(Happened::reason)
                .findFirst()
                .orElse(null);
    }
}
