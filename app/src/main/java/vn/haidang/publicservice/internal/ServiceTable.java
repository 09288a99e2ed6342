package vn.haidang.publicservice.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.publicservice.Service.FeeKind;
import vn.haidang.publicservice.ServiceDraft;
import vn.haidang.publicservice.WayDraft;
import vn.haidang.reference.ReferenceRow;

/**
 * Services as a table: the columns of the shipped one, and the parts that the law asks for besides, several in a cell by a semicolon;
 * perhaps the time and the fee of each channel.
 */
public final class ServiceTable {

    public static final List<String> COLUMNS = Stream.concat(
                    ServiceImporter.COLUMNS.stream(), Stream.of("sets", "channels", "steps", "items"))
            .toList();

    /** The time and the fee of each channel, all of them or none. */
    public static final List<String> WAY_COLUMNS = WayDraft.CHANNELS.stream()
            .flatMap(channel -> Stream.of("_time_amount", "_time_unit", "_fee", "_fee_for", "_fee_for_en")
                    .map(column -> channel + column))
            .toList();

    private static final Map<String, String> UNITS = Map.of(
            "same_day", WayDraft.SAME_DAY, "working_day", "wd", "day", "d", "hour", "wh", "minute", "wm", "month", "m");

    private static final List<String> NEEDED = List.of(
            "shortName",
            "nameEn",
            "field",
            "fieldEn",
            "tier",
            "level",
            "result",
            "resultEn",
            "legalBasis",
            "source",
            "confidence");

    private ServiceTable() {}

    /**
     * One service of the table.
     *
     * @param said what the table says of it besides the mandatory parts
     */
    public record Line(ServiceDraft draft, Map<String, @Nullable Object> said) {

        public Line {
            said = new LinkedHashMap<>(said);
        }
    }

    /**
     * What cannot be so is refused in the row.
     *
     * @param ways whether the table has {@link #WAY_COLUMNS}
     */
    public static Line read(ReferenceRow row, boolean ways) {
        var source = ServiceImporter.read(row);
        Map<String, @Nullable Object> said = new LinkedHashMap<>(source.content());
        var duration = said.get("duration");
        return new Line(
                new ServiceDraft(
                        source.code(),
                        row.text("name"),
                        row.text("agency"),
                        duration == null ? "" : duration.toString(),
                        row.optionalText("sets").orElse(""),
                        several(row, "audience"),
                        several(row, "channels"),
                        lines(row, "steps"),
                        lines(row, "items"),
                        ways ? ways(row) : null),
                said);
    }

    private static List<WayDraft> ways(ReferenceRow row) {
        return WayDraft.CHANNELS.stream().map(channel -> way(row, channel)).toList();
    }

    private static WayDraft way(ReferenceRow row, String channel) {
        String unit = row.optionalText(channel + "_time_unit").isEmpty()
                ? ""
                : UNITS.getOrDefault(row.oneOf(channel + "_time_unit", UNITS.keySet()), "");
        String fee = row.optionalText(channel + "_fee").orElse("");
        boolean amount = !fee.isEmpty() && (FeeKind.of(fee) == null || fee.equals(FeeKind.AMOUNT.code()));
        var way = new WayDraft(
                channel,
                row.optionalText(channel + "_time_amount").orElse(""),
                unit,
                amount ? FeeKind.AMOUNT.code() : fee,
                amount ? fee : "",
                row.optionalText(channel + "_fee_for").orElse(""),
                row.optionalText(channel + "_fee_for_en").orElse(""));
        if (way.timeWrong()) {
            row.refuse(channel + "_time_amount", "publicservice.refused.duration", way.time() + way.unit());
        }
        if (way.feeWrong()) {
            row.refuse(channel + "_fee", "publicservice.refused.way-fee", fee);
        }
        return way;
    }

    /** Whether it says what every published service says; anything else was not read from a table. */
    public static boolean whole(Line line) {
        return NEEDED.stream().allMatch(key -> line.said().get(key) instanceof String text && !text.isBlank())
                && Set.of("CITY", "COMMUNE").contains(String.valueOf(line.said().get("tier")))
                && Set.of("full", "partial", "information")
                        .contains(String.valueOf(line.said().get("level")))
                && Stream.of("keywords", "lifeEvents")
                        .allMatch(key -> line.said().get(key) instanceof List<?>);
    }

    private static List<String> several(ReferenceRow row, String column) {
        return row.optionalText(column).stream()
                .flatMap(text -> Stream.of(text.split(";")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String lines(ReferenceRow row, String column) {
        return several(row, column).stream().collect(Collectors.joining("\n"));
    }
}
