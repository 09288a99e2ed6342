package vn.haidang.casework.web.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.ui.Screen;
import vn.haidang.ui.SummaryRow;

/** One version of a procedure as everybody may read it. */
public record ProcedurePage(
        Procedure procedure, ProcedureTable table, PictureView picture, List<Procedure> versions, LocalDate today) {

    public List<SummaryRow> facts(Screen screen) {
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(SummaryRow.text(screen.say("casework.procedure.code"), procedure.code()));
        rows.add(SummaryRow.text(screen.say("casework.procedure.version"), screen.number(procedure.version())));
        rows.add(SummaryRow.text(screen.say("casework.procedure.validity"), validity(procedure, screen)));
        String total = table.total(screen);
        if (!total.isEmpty()) {
            rows.add(SummaryRow.text(screen.say("casework.procedure.total"), total));
        }
        rows.add(SummaryRow.text(screen.say("casework.procedure.source"), procedure.source()));
        rows.add(SummaryRow.text(
                screen.say("casework.procedure.confidence"),
                screen.say("casework.confidence." + procedure.confidence())));
        return rows;
    }

    public VersionState state() {
        return VersionState.of(procedure, today);
    }

    public String path(Procedure version) {
        return "/procedures/" + version.code() + "?version=" + version.version();
    }

    public String file(String kind) {
        return "/procedures/" + procedure.code() + "/" + procedure.version() + "/" + kind;
    }

    public static String validity(Procedure procedure, Screen screen) {
        LocalDate from = procedure.validFrom();
        LocalDate to = procedure.validTo();
        if (from == null) {
            return screen.say("casework.version.draft");
        }
        return to == null
                ? screen.say("casework.procedure.from", screen.shortDay(from))
                : screen.say("casework.procedure.from-to", screen.shortDay(from), screen.shortDay(to.minusDays(1)));
    }
}
