package vn.haidang.organization.internal.lists;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.haidang.reference.GivenFile;
import vn.haidang.reference.Refusal;
import vn.haidang.reference.TableStream;
import vn.haidang.ui.spi.Verb;

/**
 * {@code bin/city-tables}: makes the reference tables of a city, to be read and corrected by people, out of published lists of
 * units, mappings, agencies and codes. Writes all tables or none; the same lists give the same bytes.
 */
@Component
class MakeCityTables implements Verb {

    private static final int SHOWN = 20;

    private record Given(Path path, @Nullable LocalDate day) {}

    private static final class Lists {
        final List<UnitList> units = new ArrayList<>();
        final List<UnitMapping> mappings = new ArrayList<>();
        final List<AgencyList> agencies = new ArrayList<>();
        final List<ElectronicCodes.Row> codes = new ArrayList<>();
        final List<Refusal> refusals = new ArrayList<>();
    }

    private final MessageSource messages;

    MakeCityTables(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public String name() {
        return "city-tables";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        var given = new ArrayList<Given>();
        List<String> provinces = List.of();
        var to = "";
        var source = "";
        for (int i = 0; i < arguments.size(); i++) {
            var word = arguments.get(i);
            var value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            switch (word) {
                case "--province" -> provinces = List.of(value.split(","));
                case "--to" -> to = value;
                case "--source" -> source = value;
                default -> {
                    given.add(given(word));
                    i--;
                }
            }
            i++;
        }
        if (provinces.isEmpty() || to.isEmpty() || given.isEmpty()) {
            out.println("city-tables --province 31,30 --to FOLDER [--source TEXT] FILE@2024-01-01 FILE@2025-07-01 ...");
            out.println(
                    "the first province is the city; of each file the columns tell what it is, and @ the day it holds for");
            return 2;
        }
        try {
            return make(given, provinces, Path.of(to), source, out);
        } catch (IOException e) {
            out.println("the tables could not be written: " + e.getMessage());
            return 1;
        }
    }

    private int make(List<Given> given, List<String> provinces, Path to, String source, PrintStream out)
            throws IOException {
        var kindByWord = CityTables.kindByWord(shippedWords());
        var lists = new Lists();
        for (var file : given) {
            read(file, Set.copyOf(provinces), kindByWord, lists, out);
        }
        if (!lists.refusals.isEmpty()) {
            lists.refusals.stream().limit(SHOWN).forEach(refusal -> out.println("  " + say(refusal)));
            out.println(lists.refusals.size() + " refusals; nothing was written");
            return 1;
        }
        var city = CityLives.of(provinces.getFirst(), lists.units, lists.mappings);
        var agencies = new AgencyList.Lives(city.cityKey(), kindByWord);
        lists.agencies.forEach(list -> agencies.add(list, city.firstDay()));
        write(new CityTables(city, agencies, lists.codes, kindByWord, source).files(), to, out);
        return 0;
    }

    private static void read(
            Given given, Set<String> scope, Map<String, String> kindByWord, Lists lists, PrintStream out) {
        var table = TableStream.of(GivenFile.of(given.path()));
        var day = given.day();
        if (UnitMapping.canRead(table) && day != null) {
            var mapping = UnitMapping.read(table, day, scope);
            lists.mappings.add(mapping);
            lists.refusals.addAll(mapping.refusals());
            tell(out, given, mapping.rows(), mapping.ways().size());
        } else if (UnitList.canRead(table) && day != null) {
            var list = UnitList.read(table, day, scope, kindByWord);
            lists.units.add(list);
            lists.refusals.addAll(list.refusals());
            tell(out, given, list.rows(), list.communes().size());
        } else if (ElectronicCodes.canRead(table)) {
            var codes = ElectronicCodes.read(table);
            lists.codes.addAll(codes.rows());
            lists.refusals.addAll(codes.refusals());
            tell(out, given, codes.read(), codes.rows().size());
        } else if (AgencyList.canRead(table)) {
            var agencies = AgencyList.read(table, day);
            lists.agencies.add(agencies);
            lists.refusals.addAll(agencies.refusals());
            tell(out, given, agencies.read(), agencies.rows().size());
        } else if (table.refused()) {
            lists.refusals.addAll(table.refusals());
        } else {
            lists.refusals.add(new Refusal(
                    String.valueOf(given.path().getFileName()), 1, "", "organization.refused.unknown-list", List.of()));
        }
    }

    private static void tell(PrintStream out, Given given, long read, int taken) {
        out.println(given.path().getFileName() + ": " + read + " rows read, " + taken + " taken");
    }

    private static Given given(String word) {
        var at = word.lastIndexOf('@');
        if (at > 0) {
            try {
                return new Given(Path.of(word.substring(0, at)), LocalDate.parse(word.substring(at + 1)));
            } catch (DateTimeParseException e) {
                return new Given(Path.of(word), null);
            }
        }
        return new Given(Path.of(word), null);
    }

    /** All files beside their names first, then each into its place. */
    private static void write(Map<String, String> files, Path folder, PrintStream out) throws IOException {
        Files.createDirectories(folder);
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey() + ".new"), file.getValue());
        }
        for (var file : files.entrySet()) {
            Files.move(
                    folder.resolve(file.getKey() + ".new"),
                    folder.resolve(file.getKey()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            out.println(file.getKey() + ": " + (file.getValue().lines().count() - 1) + " rows");
        }
    }

    private static List<Map.Entry<String, String>> shippedWords() throws IOException {
        var words = new ArrayList<Map.Entry<String, String>>();
        var shipped = new org.springframework.core.io.ClassPathResource("reference-data/organization/kind_word.csv");
        TableStream.of(GivenFile.of("kind_word.csv", shipped.getContentAsByteArray()))
                .rows(row -> words.add(Map.entry(row.text("kind"), row.text("word"))));
        return words;
    }

    private String say(Refusal refusal) {
        var words = messages.getMessage(
                refusal.messageKey(), refusal.arguments().toArray(), refusal.messageKey(), Locale.ENGLISH);
        return refusal.table() + ", line " + refusal.line()
                + (refusal.column().isEmpty() ? "" : ", " + refusal.column()) + ": " + words;
    }
}
