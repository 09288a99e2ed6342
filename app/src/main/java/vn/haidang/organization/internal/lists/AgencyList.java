package vn.haidang.organization.internal.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.haidang.reference.Folding;
import vn.haidang.reference.Refusal;
import vn.haidang.reference.TableStream;

/**
 * Departments and agencies of a city: those of a day ({@code name, kind}), and those that gave way to others on a day that stands in
 * the name of a column ({@code name, successor_from_2025-03-01}).
 */
record AgencyList(
        @Nullable LocalDate day, Optional<LocalDate> change, List<Row> rows, long read, List<Refusal> refusals) {

    /**
     * One agency.
     *
     * @param successor name of what followed it, empty in a list of one day
     */
    record Row(String name, String kindWord, String successor) {}

    private static final Pattern SUCCESSOR = Pattern.compile("successor_from_(\\d{4}-\\d{2}-\\d{2})");

    static boolean canRead(TableStream table) {
        return table.has("name") && (table.has("kind") || changeColumn(table).isPresent());
    }

    static AgencyList read(TableStream table, @Nullable LocalDate day) {
        var column = changeColumn(table);
        var rows = new ArrayList<Row>();
        table.rows(row -> rows.add(new Row(
                row.text("name"),
                column.isPresent() ? "" : row.optionalText("kind").orElse(""),
                column.map(row::text).orElse(""))));
        var change = column.map(SUCCESSOR::matcher)
                .filter(match -> match.matches())
                .map(match -> LocalDate.parse(match.group(1)));
        return new AgencyList(day, change, rows, table.read(), table.refusals());
    }

    private static Optional<String> changeColumn(TableStream table) {
        return table.columns().stream()
                .filter(column -> SUCCESSOR.matcher(column).matches())
                .findFirst();
    }

    /** The agencies through time, under one city. */
    static final class Lives {

        private final Map<String, Life> alive = new LinkedHashMap<>();
        private final List<Life> lives = new ArrayList<>();
        private final List<CityLives.Step> steps = new ArrayList<>();
        private final String city;
        private final Map<String, String> kindByWord;

        Lives(String city, Map<String, String> kindByWord) {
            this.city = city;
            this.kindByWord = kindByWord;
        }

        List<Life> lives() {
            return List.copyOf(lives);
        }

        List<CityLives.Step> steps() {
            return List.copyOf(steps);
        }

        void add(AgencyList list, LocalDate first) {
            var change = list.change();
            var from = list.day() == null ? first : list.day();
            for (var row : list.rows()) {
                if (!alive.containsKey(row.name())) {
                    begin(row.name(), row.kindWord(), from, true);
                }
            }
            change.ifPresent(on -> change(list.rows(), on));
        }

        /** What alone follows itself goes on; all else ends and goes whole into what follows it. */
        private void change(List<Row> rows, LocalDate on) {
            var followed = new HashMap<String, Integer>();
            rows.forEach(row -> followed.merge(row.successor(), 1, Integer::sum));
            var ended = new HashSet<Row>();
            for (var row : rows) {
                if (!row.successor().equals(row.name()) || followed.getOrDefault(row.name(), 0) > 1) {
                    var life = alive.remove(row.name());
                    if (life != null) {
                        life.ends(on);
                        ended.add(row);
                    }
                }
            }
            for (var row : rows) {
                if (ended.contains(row)) {
                    var next = alive.get(row.successor());
                    var to = next == null ? begin(row.successor(), "", on, false) : next;
                    steps.add(new CityLives.Step(ending(row, on).key, to.key, on, "merged", "whole", "M"));
                }
            }
        }

        private Life ending(Row row, LocalDate on) {
            return lives.stream()
                    .filter(life -> life.last().name().equals(row.name()) && on.equals(life.to()))
                    .findFirst()
                    .orElseThrow();
        }

        private Life begin(String name, String kindWord, LocalDate from, boolean known) {
            var listed = new Listed("", name, kind(name, kindWord), null, Listed.Point.NONE, Listed.Measure.NONE);
            var slug = Folding.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
            var life = new Life("agency-" + slug + '-' + from.getYear(), listed, from, known, city);
            alive.put(name, life);
            lives.add(life);
            return life;
        }

        private String kind(String name, String kindWord) {
            var byColumn = kindByWord.get(Folding.fold(kindWord));
            if (byColumn != null) {
                return byColumn;
            }
            var folded = Folding.fold(name);
            return kindByWord.entrySet().stream()
                    .filter(word -> folded.startsWith(word.getKey() + ' '))
                    .map(Map.Entry::getValue)
                    .filter(kind -> kind.equals("department") || kind.equals("centre"))
                    .findFirst()
                    .orElse("agency");
        }
    }
}
