package vn.haidang.publicservice.internal;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** One plain sentence about each service. */
@Component
class SummaryImporter implements Importer {

    private final SourceRows sources;
    private final Publishing publishing;

    SummaryImporter(SourceRows sources, Publishing publishing) {
        this.sources = sources;
        this.publishing = publishing;
    }

    @Override
    public String table() {
        return "publicservice/service_summary";
    }

    @Override
    public List<String> columns() {
        return List.of("service", "summary", "summary_en");
    }

    @Override
    public List<String> after() {
        return List.of("publicservice/service");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        sources.replace(
                "summary",
                rows.stream()
                        .map(row -> new SourceRows.SourceRow(
                                row.text("service"),
                                0,
                                Map.of("summary", row.text("summary"), "summaryEn", row.text("summary_en"))))
                        .toList());
        publishing.publish();
    }
}
