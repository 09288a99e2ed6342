package vn.haidang.identity.web.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.Role;
import vn.haidang.identity.internal.staff.StaffDesk;
import vn.haidang.identity.internal.staff.StaffEdit;
import vn.haidang.identity.internal.staff.StaffRow;
import vn.haidang.ui.Foreseen;

/**
 * A change to officials before it is saved.
 *
 * @param unchanged how many lines are so already
 * @param vacancies posts that nobody would hold
 * @param action where it is saved
 * @param json the lines, to come back unchanged
 * @param meanwhile whether what was shown first is not so any more
 */
public record StaffChangePage(
        List<Line> lines,
        int unchanged,
        List<Vacancy> vacancies,
        Foreseen foreseen,
        String action,
        String json,
        String token,
        boolean nothing,
        boolean meanwhile) {

    /** One thing that will be so; {@code kind} is open, describe, begin, end, stay or close. */
    public record Line(
            String kind,
            String person,
            String unit,
            String role,
            String title,
            @Nullable LocalDate day) {}

    /** A role that nobody at a unit would hold from a day on. */
    public record Vacancy(String unit, String role, LocalDate day) {}

    static StaffChangePage of(
            StaffDesk.Proposal proposal,
            String action,
            String json,
            boolean meanwhile,
            StaffWords words,
            Locale locale) {
        var edits = proposal.plan().edits();
        var posts = edits.stream()
                .filter(edit -> edit instanceof StaffEdit.Begin || edit instanceof StaffEdit.End)
                .count();
        return new StaffChangePage(
                edits.stream()
                        .map(edit -> line(edit, proposal.names(), words, locale))
                        .toList(),
                (int) Math.max(0, proposal.rows().size() - posts),
                proposal.losses().stream()
                        .filter(loss -> loss.vacant())
                        .map(loss -> new Vacancy(
                                words.unit(loss.unit(), locale), words.role(loss.role(), locale), loss.day()))
                        .distinct()
                        .toList(),
                proposal.foreseen(),
                action,
                json,
                proposal.token(),
                proposal.nothing(),
                meanwhile);
    }

    private static Line line(StaffEdit edit, Map<String, String> names, StaffWords words, Locale locale) {
        return switch (edit) {
            case StaffEdit.Open open -> new Line("open", open.name() + " (" + open.username() + ")", "", "", "", null);
            case StaffEdit.Close close ->
                new Line("close", close.name() + " (" + close.username() + ")", "", "", "", null);
            case StaffEdit.Describe to -> new Line("describe", to.nameBefore() + " → " + to.name(), "", "", "", null);
            case StaffEdit.Begin(StaffRow row) -> line("begin", row, names, row.from(), words, locale);
            case StaffEdit.End end ->
                end.until() == null
                        ? line("stay", end.row(), names, null, words, locale)
                        : line(
                                "end",
                                end.row(),
                                names,
                                Objects.requireNonNull(end.until()).minusDays(1),
                                words,
                                locale);
        };
    }

    private static Line line(
            String kind,
            StaffRow row,
            Map<String, String> names,
            @Nullable LocalDate day,
            StaffWords words,
            Locale locale) {
        return new Line(
                kind,
                names.containsKey(row.username())
                        ? names.get(row.username()) + " (" + row.username() + ")"
                        : row.username(),
                words.unitOfKey(row.unit(), locale),
                words.role(new Role(row.role()), locale),
                row.title(),
                day);
    }
}
