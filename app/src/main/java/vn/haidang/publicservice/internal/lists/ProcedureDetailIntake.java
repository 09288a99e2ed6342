package vn.haidang.publicservice.internal.lists;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.publicservice.internal.lists.ListedRows.Channel;
import vn.haidang.publicservice.internal.lists.ListedRows.Item;
import vn.haidang.reference.IntakeReport;
import vn.haidang.reference.PublishedFile;
import vn.haidang.reference.spi.Intake;

/** Details of procedures: a JSON list of entries with {@code code, channels, dossier}, read one entry after the other. */
@Component
class ProcedureDetailIntake implements Intake {

    private static final int AT_ONCE = 100;
    private static final String DONG = "VND";

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxStringLength(1_000_000)
                            .maxNumberLength(64)
                            .build())
                    .build())
            .build();

    private final ListedRows rows;

    ProcedureDetailIntake(ListedRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "publicservice/procedure-detail";
    }

    @Override
    public List<String> after() {
        return List.of(ProcedureListIntake.KIND);
    }

    @Override
    public boolean takes(PublishedFile file) {
        return file.beginning().stripLeading().startsWith("[")
                && file.beginning().contains("\"code\"")
                && file.beginning().contains("\"channels\"");
    }

    @Override
    public void take(PublishedFile file, IntakeReport report) throws IOException {
        var reading = new Reading(report);
        try (var in = file.given().open();
                var parser = JSON.createParser(in)) {
            reading.list(parser);
        } catch (JacksonException e) {
            report.refuse(reading.entry, "", "publicservice.intake.no-json");
        }
    }

    private final class Reading {

        private final IntakeReport report;
        private final Map<String, String> replaced = rows.replaced();
        private final List<String> codes = new ArrayList<>();
        private final List<Channel> channels = new ArrayList<>();
        private final List<Item> items = new ArrayList<>();
        private long entry;

        Reading(IntakeReport report) {
            this.report = report;
        }

        void list(JsonParser parser) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                report.refuse(0, "", "publicservice.intake.no-json");
                return;
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                entry++;
                report.read();
                JsonNode node = parser.readValueAsTree();
                one(node);
                if (codes.size() == AT_ONCE) {
                    store();
                }
            }
            if (parser.currentToken() != JsonToken.END_ARRAY) {
                report.refuse(entry + 1, "", "publicservice.intake.no-json");
            }
            store();
        }

        private void one(JsonNode node) {
            var code = text(node, "code");
            if (!ProcedureListIntake.CODE.matcher(code).matches()) {
                report.leftOut(entry, code, "publicservice.intake.bad-code");
                return;
            }
            if (codes.contains(code)) {
                report.leftOut(entry, code, "reference.refused.duplicate", code);
                return;
            }
            codes.add(code);
            var by = replaced.get(code);
            if (by != null) {
                report.doubtful(entry, code, "publicservice.intake.replaced", by);
            }
            channels(code, node.path("channels"));
            items(code, node.path("dossier"));
        }

        private void channels(String code, JsonNode list) {
            int ordinal = 0;
            int without = 0;
            Long low = null;
            for (var each : list) {
                var channel = new Channel(
                        code,
                        ++ordinal,
                        text(each, "channel"),
                        number(each, "time"),
                        optional(each, "time_unit"),
                        amount(each, "fee"),
                        optional(each, "fee_currency"));
                without += channel.amount() != null && channel.unit() == null ? 1 : 0;
                if (Doubts.lowFee(channel.fee()) && DONG.equals(channel.currency())) {
                    low = channel.fee();
                }
                channels.add(channel);
            }
            if (without > 0) {
                report.doubtful(entry, code, "publicservice.intake.channels-no-unit", without);
            }
            if (low != null) {
                report.doubtful(entry, code, "publicservice.intake.low-fee", String.valueOf(low));
            }
            if (ordinal == 0) {
                report.doubtful(entry, code, "publicservice.intake.no-channel");
            }
        }

        private void items(String code, JsonNode groups) {
            int ordinal = 0;
            int explaining = 0;
            for (var group : groups) {
                for (var each : group.path("items")) {
                    var item = new Item(
                            code, ++ordinal, text(each, "name"), number(each, "original"), number(each, "copy"));
                    explaining += nothing(item.originals()) && nothing(item.copies()) ? 1 : 0;
                    items.add(item);
                }
            }
            if (explaining > 0) {
                report.doubtful(entry, code, "publicservice.intake.explaining", explaining, ordinal);
            }
        }

        private void store() {
            report.changed(rows.replace(codes, channels, items));
            report.taken(codes.size());
            codes.clear();
            channels.clear();
            items.clear();
        }
    }

    private static boolean nothing(@Nullable Integer number) {
        return number == null || number == 0;
    }

    private static String text(JsonNode node, String name) {
        var value = node.path(name);
        return value.isString() ? value.asString().strip() : "";
    }

    private static @Nullable String optional(JsonNode node, String name) {
        var text = text(node, name);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Integer number(JsonNode node, String name) {
        var value = node.path(name);
        return value.isInt() ? value.asInt() : null;
    }

    private static @Nullable Long amount(JsonNode node, String name) {
        var value = node.path(name);
        return value.isIntegralNumber() && value.canConvertToLong() ? value.asLong() : null;
    }
}
