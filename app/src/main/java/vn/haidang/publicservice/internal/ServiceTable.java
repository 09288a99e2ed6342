package vn.haidang.publicservice.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.publicservice.ServiceDraft;
import vn.haidang.reference.ReferenceRow;

/** Services as a table: the columns of the shipped one, and the parts that the law asks for besides, several in a cell by a semicolon. */
public final class ServiceTable {

    public static final List<String> COLUMNS = Stream.concat(
                    ServiceImporter.COLUMNS.stream(), Stream.of("sets", "channels", "steps", "items"))
            .toList();

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

    /** What cannot be so is refused in the row. */
    public static Line read(ReferenceRow row) {
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
                        lines(row, "items")),
                said);
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
