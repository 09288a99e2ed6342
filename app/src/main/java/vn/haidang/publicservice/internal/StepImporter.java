package vn.haidang.publicservice.internal;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** What happens one after the other with a dossier of each service, where it is established. */
@Component
class StepImporter implements Importer {

    private final SourceRows sources;
    private final Publishing publishing;

    StepImporter(SourceRows sources, Publishing publishing) {
        this.sources = sources;
        this.publishing = publishing;
    }

    @Override
    public String table() {
        return "publicservice/service_step";
    }

    @Override
    public List<String> columns() {
        return List.of("service", "ordinal", "step", "step_en");
    }

    @Override
    public List<String> after() {
        return List.of("publicservice/service");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        sources.replace("step", rows.stream().map(StepImporter::read).toList());
        publishing.publish();
    }

    private static SourceRows.SourceRow read(ReferenceRow row) {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("step", row.text("step"));
        content.put("stepEn", row.optionalText("step_en").orElse(null));
        return new SourceRows.SourceRow(row.text("service"), row.integer("ordinal"), content);
    }
}
