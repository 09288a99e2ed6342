package vn.haidang.publicservice.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** How this platform handles the services that can be started on it: form, internal procedure, clock, result document. */
@Component
class HandlingImporter implements Importer {

    private final SourceRows sources;
    private final Publishing publishing;

    HandlingImporter(SourceRows sources, Publishing publishing) {
        this.sources = sources;
        this.publishing = publishing;
    }

    @Override
    public String table() {
        return "publicservice/handling";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "service",
                "form",
                "procedure",
                "office_hours",
                "after_supplement",
                "after_supplement_source",
                "document_template",
                "document_kind");
    }

    @Override
    public List<String> after() {
        return List.of("publicservice/service");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        sources.replace("handling", rows.stream().map(HandlingImporter::read).toList());
        publishing.publish();
    }

    private static SourceRows.SourceRow read(ReferenceRow row) {
        return new SourceRows.SourceRow(
                row.text("service"),
                0,
                Map.of(
                        "form", row.text("form"),
                        "procedure", row.text("procedure"),
                        "officeHours", row.text("office_hours"),
                        "afterSupplement", row.oneOf("after_supplement", Set.of("resume", "restart")),
                        "afterSupplementSource", row.text("after_supplement_source"),
                        "documentTemplate", row.text("document_template"),
                        "documentKind", row.text("document_kind")));
    }
}
