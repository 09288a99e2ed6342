package vn.haidang.publicservice.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;
import vn.haidang.worktime.LegalDuration;

/** The ways in which each service can be handed in, with a time and a fee where they differ from the service's. */
@Component
class ChannelImporter implements Importer {

    private final SourceRows sources;
    private final Publishing publishing;

    ChannelImporter(SourceRows sources, Publishing publishing) {
        this.sources = sources;
        this.publishing = publishing;
    }

    @Override
    public String table() {
        return "publicservice/service_channel";
    }

    @Override
    public List<String> columns() {
        return List.of("service", "channel", "duration", "fee_vnd", "source", "confidence");
    }

    @Override
    public List<String> after() {
        return List.of("publicservice/service");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        Map<String, Integer> last = new HashMap<>();
        List<SourceRows.SourceRow> read = new ArrayList<>();
        for (ReferenceRow row : rows) {
            String service = row.text("service");
            read.add(new SourceRows.SourceRow(service, last.merge(service, 1, Integer::sum), content(row)));
        }
        sources.replace("channel", read);
        publishing.publish();
    }

    private static Map<String, @Nullable Object> content(ReferenceRow row) {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("channel", row.oneOf("channel", Set.of("online", "counter", "post")));
        content.put("duration", duration(row));
        content.put(
                "fee",
                row.optionalDecimal("fee_vnd")
                        .map(java.math.BigDecimal::longValue)
                        .orElse(null));
        content.put("source", row.text("source"));
        content.put("confidence", row.confidence());
        return content;
    }

    private static @Nullable String duration(ReferenceRow row) {
        String code = row.optionalText("duration").orElse(null);
        try {
            return code == null ? null : LegalDuration.parse(code).code();
        } catch (IllegalArgumentException | java.time.DateTimeException notATime) {
            row.refuse("duration", "publicservice.refused.duration", String.valueOf(code));
            return null;
        }
    }
}
