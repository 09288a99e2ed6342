package vn.haidang.publicservice.internal;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** What an applicant needs for each service. */
@Component
class ItemImporter implements Importer {

    private final SourceRows sources;
    private final Publishing publishing;

    ItemImporter(SourceRows sources, Publishing publishing) {
        this.sources = sources;
        this.publishing = publishing;
    }

    @Override
    public String table() {
        return "publicservice/service_item";
    }

    @Override
    public List<String> columns() {
        return List.of("service", "ordinal", "item", "item_en", "required", "from_registry", "note", "note_en");
    }

    @Override
    public List<String> after() {
        return List.of("publicservice/service");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        sources.replace("item", rows.stream().map(ItemImporter::read).toList());
        publishing.publish();
    }

    private static SourceRows.SourceRow read(ReferenceRow row) {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("item", row.text("item"));
        content.put("itemEn", row.text("item_en"));
        content.put("required", row.flag("required"));
        content.put("fromRegistry", row.flag("from_registry"));
        content.put("note", row.optionalText("note").orElse(null));
        content.put("noteEn", row.optionalText("note_en").orElse(null));
        return new SourceRows.SourceRow(row.text("service"), row.integer("ordinal"), content);
    }
}
