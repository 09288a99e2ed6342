package vn.haidang.publicservice.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;
import vn.haidang.worktime.LegalDuration;

/** The services of the catalogue. */
@Component
class ServiceImporter implements Importer {

    private static final Map<String, String> UNITS =
            Map.of("same_day", "same-day@", "working_day", "wd", "day", "d", "hour", "wh", "month", "m");

    static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "short_name",
            "name_en",
            "field",
            "field_en",
            "tier",
            "level",
            "time_amount",
            "time_unit",
            "same_day_cutoff",
            "time_note",
            "time_note_en",
            "fee_vnd",
            "fee_note",
            "fee_note_en",
            "agency",
            "result",
            "result_en",
            "legal_basis",
            "audience",
            "keywords",
            "life_event",
            "source",
            "confidence");

    private final SourceRows sources;
    private final Publishing publishing;

    ServiceImporter(SourceRows sources, Publishing publishing) {
        this.sources = sources;
        this.publishing = publishing;
    }

    @Override
    public String table() {
        return "publicservice/service";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> after() {
        return List.of("organization/unit", "organization/unit_code");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        sources.replace("service", rows.stream().map(ServiceImporter::read).toList());
        publishing.publish();
    }

    static SourceRows.SourceRow read(ReferenceRow row) {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("name", row.text("name"));
        content.put("shortName", row.text("short_name"));
        content.put("nameEn", row.text("name_en"));
        content.put("field", row.text("field"));
        content.put("fieldEn", row.text("field_en"));
        content.put("tier", row.oneOf("tier", Set.of("CITY", "COMMUNE")));
        content.put("level", row.oneOf("level", Set.of("full", "partial", "information")));
        content.put("duration", duration(row));
        content.put("timeNote", row.optionalText("time_note").orElse(null));
        content.put("timeNoteEn", row.optionalText("time_note_en").orElse(null));
        content.put("fee", fee(row));
        content.put("feeNote", row.optionalText("fee_note").orElse(null));
        content.put("feeNoteEn", row.optionalText("fee_note_en").orElse(null));
        content.put("agency", row.text("agency"));
        content.put("result", row.text("result"));
        content.put("resultEn", row.text("result_en"));
        content.put("legalBasis", row.text("legal_basis"));
        content.put("audience", parts(row.text("audience")));
        content.put("keywords", parts(row.optionalText("keywords").orElse("")));
        content.put("lifeEvents", parts(row.optionalText("life_event").orElse("")));
        content.put("source", row.text("source"));
        content.put("confidence", row.text("confidence"));
        return new SourceRows.SourceRow(row.text("code"), 0, content);
    }

    /** The legal time; empty where the source gives none, or a number without a unit. */
    private static @Nullable String duration(ReferenceRow row) {
        if (row.optionalText("time_unit").isEmpty()) {
            return null;
        }
        String unit = row.oneOf("time_unit", UNITS.keySet());
        String suffix = UNITS.getOrDefault(unit, "");
        String code = unit.equals("same_day") ? suffix + row.text("same_day_cutoff") : row.text("time_amount") + suffix;
        try {
            return LegalDuration.parse(code).code();
        } catch (IllegalArgumentException | java.time.DateTimeException notATime) {
            row.refuse("time_amount", "publicservice.refused.duration", code);
            return null;
        }
    }

    private static @Nullable Long fee(ReferenceRow row) {
        return row.optionalDecimal("fee_vnd")
                .map(java.math.BigDecimal::longValue)
                .orElse(null);
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
