package vn.haidang.publicservice.internal.own;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Validity;
import vn.haidang.reference.spi.Importer;

/** What is deleted on request, and what stays on which basis. */
@Component
class ErasureRuleImporter implements Importer {

    private record Row(
            String code,
            String treatment,
            boolean ofAccount,
            String name,
            String nameEn,
            String basis,
            String basisEn,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            String confidence) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ErasureRuleImporter(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public String table() {
        return "publicservice/erasure_rule";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "code",
                "treatment",
                "of_account",
                "name",
                "name_en",
                "basis",
                "basis_en",
                "valid_from",
                "valid_to",
                "source",
                "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        jdbc.sql("delete from publicservice.erasure_rule").update();
        jdbc.sql("""
                insert into publicservice.erasure_rule
                  (code, treatment, of_account, name, name_en, basis, basis_en, valid, source, confidence)
                select l.code, l.treatment, l."ofAccount", l.name, l."nameEn", l.basis, l."basisEn",
                  daterange(l."validFrom", l."validTo"), l.source, l.confidence
                from jsonb_to_recordset(cast(:rows as jsonb)) as l(code text, treatment text, "ofAccount" boolean, name text,
                  "nameEn" text, basis text, "basisEn" text, "validFrom" date, "validTo" date, source text, confidence text)
                """)
                .param(
                        "rows",
                        json.writeValueAsString(
                                rows.stream().map(ErasureRuleImporter::row).toList()))
                .update();
    }

    private static Row row(ReferenceRow row) {
        Validity validity = row.validity();
        return new Row(
                row.text("code"),
                row.text("treatment"),
                row.flag("of_account"),
                row.text("name"),
                row.text("name_en"),
                row.text("basis"),
                row.text("basis_en"),
                validity.from(),
                validity.to(),
                row.text("source"),
                row.confidence());
    }
}
