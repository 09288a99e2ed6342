package vn.haidang.publicservice.internal;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** How many sets of its dossier each service asks for, where it is established. */
@Component
class DossierImporter implements Importer {

    private final SourceRows sources;
    private final Publishing publishing;

    DossierImporter(SourceRows sources, Publishing publishing) {
        this.sources = sources;
        this.publishing = publishing;
    }

    @Override
    public String table() {
        return "publicservice/service_dossier";
    }

    @Override
    public List<String> columns() {
        return List.of("service", "sets", "source", "confidence");
    }

    @Override
    public List<String> after() {
        return List.of("publicservice/service");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        sources.replace("dossier", rows.stream().map(DossierImporter::read).toList());
        publishing.publish();
    }

    private static SourceRows.SourceRow read(ReferenceRow row) {
        int sets = row.integer("sets");
        if (sets < 1) {
            row.refuse("sets", "publicservice.refused.sets", sets);
        }
        return new SourceRows.SourceRow(
                row.text("service"),
                0,
                Map.of("sets", sets, "source", row.text("source"), "confidence", row.confidence()));
    }
}
