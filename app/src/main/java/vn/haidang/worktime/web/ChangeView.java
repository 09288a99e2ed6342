package vn.haidang.worktime.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.worktime.internal.CalendarDesk;
import vn.haidang.worktime.internal.CalendarEdit;

/** Draws a change before it is saved; the edits go with the page and come back with it. */
@Component
class ChangeView {

    private static final TypeReference<List<CalendarEdit>> EDITS = new TypeReference<>() {};

    private final CalendarDesk desk;
    private final JsonMapper json;

    ChangeView(CalendarDesk desk, JsonMapper json) {
        this.desk = desk;
        this.json = json;
    }

    PageView of(List<CalendarEdit> edits, HttpServletRequest request) {
        return of(desk.propose(edits, request), false, List.of());
    }

    PageView of(CalendarDesk.Proposal proposal, boolean meanwhile, List<FieldError> errors) {
        return new PageView(
                "worktime/change",
                new ChangePage(
                        proposal.edits(),
                        json.writerFor(EDITS).writeValueAsString(proposal.edits()),
                        proposal.foreseen(),
                        proposal.token(),
                        proposal.nothing(),
                        meanwhile,
                        back(proposal.edits()),
                        errors));
    }

    /** The edits that came back; something else than this page wrote is a bad request. */
    List<CalendarEdit> read(String text) {
        try {
            List<CalendarEdit> edits = json.readValue(text, EDITS);
            if (!edits.isEmpty() && edits.stream().allMatch(CalendarEdit::isSound)) {
                return edits;
            }
        } catch (JacksonException | IllegalArgumentException | NullPointerException forged) {
            throw Problem.of("ui/bad-request", 400).exception();
        }
        throw Problem.of("ui/bad-request", 400).exception();
    }

    /** Where the change belongs. */
    static String back(List<CalendarEdit> edits) {
        return switch (edits.getFirst()) {
            case CalendarEdit.Day day ->
                CalendarPages.PATH + "?year=" + day.row().date().getYear();
            case CalendarEdit.ShippedDay day ->
                CalendarPages.PATH + "?year=" + day.date().getYear();
            case CalendarEdit.Year year ->
                CalendarPages.PATH + "?year=" + year.row().year();
            case CalendarEdit.ShippedYear year -> CalendarPages.PATH + "?year=" + year.year();
            case CalendarEdit.Hours hours -> OfficeHoursPages.PATH + "?changed=" + hours.code();
            case CalendarEdit.ShippedHours hours -> OfficeHoursPages.PATH + "?changed=" + hours.code();
            case CalendarEdit.OfUnit ofUnit -> OfficeHoursPages.PATH + "?changed=" + ofUnit.code();
        };
    }
}
