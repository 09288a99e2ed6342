package vn.haidang.organization.internal.lists;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import vn.haidang.reference.Folding;

/** The tables of one city as text, file by file, the same for the same lists. */
final class CityTables {

    /** From when a statistical code holds does not depend on a decree; the scheme of electronic codes of 2020 began when it was signed. */
    private static final LocalDate PRESENT_SCHEME = LocalDate.of(2020, 7, 22);

    private static final Map<String, String> ENGLISH = Map.of(
            "ward", "Ward",
            "commune", "Commune",
            "township", "Township",
            "special-zone", "Special Zone",
            "city-district", "District",
            "rural-district", "District",
            "district-city", "City",
            "district-town", "Town",
            "city", "City",
            "province", "Province");

    private final CityLives city;
    private final AgencyList.Lives agencies;
    private final List<ElectronicCodes.Row> codes;
    private final Map<String, String> kindByWord;
    private final String source;

    CityTables(
            CityLives city,
            AgencyList.Lives agencies,
            List<ElectronicCodes.Row> codes,
            Map<String, String> kindByWord,
            String source) {
        this.city = city;
        this.agencies = agencies;
        this.codes = codes;
        this.kindByWord = kindByWord;
        this.source = source;
    }

    Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        files.put("unit.csv", units());
        files.put("unit_code.csv", unitCodes());
        files.put("succession.csv", successions());
        files.put("unit_point.csv", points());
        files.put(
                "city.csv",
                csv(
                        List.of("unit", "valid_from", "valid_to"),
                        List.of(List.of(city.cityKey(), city.firstDay().toString(), ""))));
        files.put(
                "unit_name.csv",
                csv(
                        List.of("unit", "name", "name_en", "kind", "valid_from", "valid_to", "source", "confidence"),
                        List.of()));
        files.put(
                "document.csv",
                csv(
                        List.of("key", "symbol", "issuer", "title", "issued", "effective", "source", "confidence"),
                        List.of()));
        return files;
    }

    /** By key, so that the same lists always give the same bytes. */
    private List<Life> all() {
        var all = new ArrayList<>(city.lives());
        all.addAll(agencies.lives());
        all.sort(Comparator.comparing(life -> life.key));
        return all;
    }

    private String units() {
        var rows = all().stream()
                .map(life -> List.of(
                        life.key,
                        life.last().name(),
                        english(life.last()),
                        life.last().kind(),
                        tier(life.last().kind()),
                        life.parents(),
                        life.from.toString(),
                        life.known ? "known" : "founded",
                        day(life.to()),
                        life.last().measure().areaKm2(),
                        life.last().measure().population(),
                        source,
                        "M"))
                .toList();
        return csv(
                List.of(
                        "key",
                        "name",
                        "name_en",
                        "kind",
                        "tier",
                        "parent",
                        "valid_from",
                        "beginning",
                        "valid_to",
                        "area_km2",
                        "population",
                        "source",
                        "confidence"),
                rows);
    }

    private String unitCodes() {
        var rows = new ArrayList<List<String>>();
        for (var life : all()) {
            var code = life.last().code();
            if (!code.isEmpty()) {
                rows.add(List.of(life.key, "gso", code, life.from.toString(), day(life.to()), source, "M"));
            }
            codes.stream()
                    .filter(row -> row.statistical().equals(code)
                            && tier(life.last().kind()).equals("CITY"))
                    .forEach(row -> electronic(life, row, rows));
        }
        return csv(List.of("unit", "scheme", "code", "valid_from", "valid_to", "source", "confidence"), rows);
    }

    private void electronic(Life life, ElectronicCodes.Row row, List<List<String>> rows) {
        var from = life.from.isBefore(PRESENT_SCHEME) ? PRESENT_SCHEME : life.from;
        rows.add(List.of(life.key, "qd20", row.present(), from.toString(), day(life.to()), source, "K"));
        if (!row.former().isEmpty()) {
            rows.add(List.of(life.key, "qcvn102", row.former(), life.from.toString(), day(life.to()), source, "K"));
        }
    }

    private String successions() {
        var steps = new ArrayList<>(city.steps());
        steps.addAll(agencies.steps());
        steps.sort(Comparator.comparing(CityLives.Step::on)
                .thenComparing(CityLives.Step::from)
                .thenComparing(CityLives.Step::to));
        return csv(
                List.of("from", "to", "on", "kind", "extent", "document", "source", "confidence"),
                steps.stream()
                        .map(step -> List.of(
                                step.from(),
                                step.to(),
                                step.on().toString(),
                                step.kind(),
                                step.extent(),
                                "",
                                source,
                                step.confidence()))
                        .toList());
    }

    private String points() {
        return csv(
                List.of("unit", "latitude", "longitude", "source", "confidence"),
                all().stream()
                        .filter(life -> !life.last().point().latitude().isEmpty())
                        .map(life -> List.of(
                                life.key,
                                life.last().point().latitude(),
                                life.last().point().longitude(),
                                source,
                                "M"))
                        .toList());
    }

    /** The name without the word for its kind, and that word in English. */
    private String english(Listed unit) {
        var word = ENGLISH.get(unit.kind());
        var parts = unit.name().split(" ");
        for (int n = Math.min(2, parts.length - 1); n > 0 && word != null; n--) {
            var first = Folding.fold(String.join(" ", List.of(parts).subList(0, n)));
            if (kindByWord.containsKey(first) || kindByWord.containsKey("district:" + first)) {
                return String.join(" ", List.of(parts).subList(n, parts.length)) + ' ' + word;
            }
        }
        return word == null ? unit.name() : unit.name() + ' ' + word;
    }

    private static String tier(String kind) {
        return switch (kind) {
            case "ward", "commune", "township", "special-zone" -> "COMMUNE";
            case "city-district", "rural-district", "district-city", "district-town" -> "DISTRICT";
            default -> "CITY";
        };
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String csv(List<String> header, List<List<String>> rows) {
        var text = new StringWriter();
        var format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
        try (var printer = new CSVPrinter(text, format)) {
            printer.printRecord(header);
            for (var row : rows) {
                printer.printRecord(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Words for kinds, folded; those of districts behind {@code district:}, since some are said of cities too. */
    static Map<String, String> kindByWord(List<Map.Entry<String, String>> kindAndWord) {
        var words = new LinkedHashMap<String, String>();
        for (var entry : kindAndWord) {
            var folded = Folding.fold(entry.getValue()).toLowerCase(Locale.ROOT);
            var district = tier(entry.getKey()).equals("DISTRICT");
            words.putIfAbsent(district ? "district:" + folded : folded, entry.getKey());
        }
        return Map.copyOf(words);
    }
}
