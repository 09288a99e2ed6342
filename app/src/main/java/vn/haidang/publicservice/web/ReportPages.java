package vn.haidang.publicservice.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.CsvFile;
import vn.haidang.indicator.ListedUnits;
import vn.haidang.indicator.Reported;
import vn.haidang.indicator.ReportedPeriods;
import vn.haidang.publicservice.internal.dossiers.DossierFields;
import vn.haidang.publicservice.internal.dossiers.ProcedureReport;
import vn.haidang.publicservice.internal.dossiers.ProcedureReport.Line;
import vn.haidang.publicservice.internal.dossiers.ProcedureReport.Sheet;
import vn.haidang.publicservice.web.ReportPage.Column;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** The report on procedures, which nobody fills in: for a unit and the periods of the decree or of the calendar. */
@Controller
class ReportPages {

    private static final String POLICY = "decree-09-2019";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final ProcedureReport reports;
    private final ReportedPeriods periods;
    private final DossierFields fields;
    private final MessageSource messages;

    ReportPages(ProcedureReport reports, ReportedPeriods periods, DossierFields fields, MessageSource messages) {
        this.reports = reports;
        this.periods = periods;
        this.fields = fields;
        this.messages = messages;
    }

    @GetMapping(ReportPage.PATH)
    @Requires(Access.PUBLIC)
    PageView report(@RequestParam Map<String, String> asked, Reader reader) {
        return new PageView("publicservice/report", page(asked, reader));
    }

    /** The same lines, one number a cell. */
    @GetMapping(ReportPage.PATH + ".csv")
    @Requires(Access.PUBLIC)
    ResponseEntity<byte[]> file(@RequestParam Map<String, String> asked, Locale locale) {
        ReportPage page = page(asked, Reader.ANONYMOUS);
        Reported reported = page.asked();
        List<String> heads = new ArrayList<>(List.of(
                say("publicservice.report.csv.unit", locale),
                say("publicservice.report.csv.unit-key", locale),
                say("publicservice.report.csv.part", locale),
                say("publicservice.report.csv.first", locale),
                say("publicservice.report.csv.last", locale)));
        for (Column column : Column.values()) {
            heads.add(say(column.key(), locale));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(row(page, page.sheet().whole(), "", locale));
        page.sheet().fields().forEach(line -> rows.add(row(page, line, line.name(), locale)));
        page.sheet()
                .channels()
                .forEach(line -> rows.add(row(page, line, say("casework.channel." + line.name(), locale), locale)));
        page.sheet().units().forEach(line -> rows.add(row(page, line, "", locale)));
        page.rest().forEach(line -> rows.add(row(page, line, say("publicservice.report.csv.rest", locale), locale)));
        String name = "procedures-%s-%s.csv"
                .formatted(reported.unit().key(), reported.period().last());
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(CsvFile.of(heads, rows));
    }

    private static List<@Nullable Object> row(ReportPage page, Line line, String part, Locale locale) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(
                locale.getLanguage().equals("en")
                        ? line.unit().nameEn()
                        : line.unit().name());
        cells.add(line.unit().key());
        cells.add(part);
        cells.add(page.asked().days().first().toString());
        cells.add(page.asked().days().last().toString());
        for (Column column : Column.values()) {
            cells.add(column.of(line.counts()));
        }
        return cells;
    }

    private ReportPage page(Map<String, String> asked, Reader reader) {
        Reported reported = periods.of(asked, POLICY);
        Sheet sheet = reports.read(reported);
        return new ReportPage(
                reported,
                sheet,
                ListedUnits.of(sheet.units(), Line::unit, reader.units(), asked),
                periods.path(reported),
                periods.choices(reported),
                periods.policies(),
                fields.inEnglish());
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
