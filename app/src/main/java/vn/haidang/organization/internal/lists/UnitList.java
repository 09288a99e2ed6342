package vn.haidang.organization.internal.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.haidang.reference.Folding;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Refusal;
import vn.haidang.reference.TableStream;

/**
 * A published list of units as of a day, cut to some provinces: three tiers side by side ({@code province_code, province,
 * district_code, district, district_type, commune_code, commune, commune_type}), or communes under provinces ({@code code, full_name,
 * type, province_code, province_full_name}).
 */
record UnitList(
        LocalDate day,
        Map<String, Listed> provinces,
        Map<String, Listed> districts,
        Map<String, Listed> communes,
        long rows,
        List<Refusal> refusals) {

    private static final String[] THREE_TIERS = {
        "province_code",
        "province",
        "district_code",
        "district",
        "district_type",
        "commune_code",
        "commune",
        "commune_type"
    };
    private static final String[] TWO_TIERS = {"code", "full_name", "type", "province_code", "province_full_name"};

    static UnitList read(TableStream table, LocalDate day, Set<String> scope, Map<String, String> kindByWord) {
        var reader = new Reader(scope, kindByWord);
        if (table.has(THREE_TIERS)) {
            table.rows(reader::threeTiers);
        } else if (table.has(TWO_TIERS)) {
            var more = table.columns();
            table.rows(row -> reader.twoTiers(row, more));
        }
        return new UnitList(day, reader.provinces, reader.districts, reader.communes, table.read(), table.refusals());
    }

    static boolean canRead(TableStream table) {
        return table.has(THREE_TIERS) || table.has(TWO_TIERS);
    }

    /** Collects what is in scope. */
    private static final class Reader {

        private final Set<String> scope;
        private final Map<String, String> kindByWord;
        private final Map<String, Listed> provinces = new TreeMap<>();
        private final Map<String, Listed> districts = new TreeMap<>();
        private final Map<String, Listed> communes = new TreeMap<>();

        Reader(Set<String> scope, Map<String, String> kindByWord) {
            this.scope = scope;
            this.kindByWord = kindByWord;
        }

        void threeTiers(ReferenceRow row) {
            var province = row.text("province_code");
            if (!scope.contains(province)) {
                return;
            }
            provinces.putIfAbsent(province, top(row, province, "province"));
            var district = row.text("district_code");
            districts.putIfAbsent(
                    district,
                    new Listed(
                            district,
                            row.text("district"),
                            kind(row, "district_type"),
                            province,
                            Listed.Point.NONE,
                            Listed.Measure.NONE));
            if (row.optionalText("commune_code").isEmpty()) {
                return; // a district without communes
            }
            add(
                    row,
                    new Listed(
                            row.text("commune_code"),
                            row.text("commune"),
                            kind(row, "commune_type"),
                            district,
                            Listed.Point.NONE,
                            Listed.Measure.NONE),
                    "commune_code");
        }

        void twoTiers(ReferenceRow row, List<String> columns) {
            var province = row.text("province_code");
            if (!scope.contains(province)) {
                return;
            }
            provinces.putIfAbsent(province, top(row, province, "province_full_name"));
            add(
                    row,
                    new Listed(
                            row.text("code"),
                            row.text("full_name"),
                            kind(row, "type"),
                            province,
                            new Listed.Point(decimal(row, columns, "lat"), decimal(row, columns, "lon")),
                            new Listed.Measure(decimal(row, columns, "area_km2"), decimal(row, columns, "population"))),
                    "code");
        }

        private void add(ReferenceRow row, Listed unit, String column) {
            if (communes.putIfAbsent(unit.code(), unit) != null) {
                row.refuse(column, "reference.refused.duplicate", unit.code());
            }
        }

        private Listed top(ReferenceRow row, String code, String column) {
            var name = row.text(column);
            var city = kindByWord.entrySet().stream()
                    .filter(word -> word.getValue().equals("city"))
                    .anyMatch(word -> Folding.fold(name).startsWith(word.getKey() + ' '));
            return new Listed(code, name, city ? "city" : "province", null, Listed.Point.NONE, Listed.Measure.NONE);
        }

        private String kind(ReferenceRow row, String column) {
            var type = row.text(column);
            var kind = kindByWord.get(
                    column.equals("district_type") ? "district:" + Folding.fold(type) : Folding.fold(type));
            if (kind == null) {
                row.refuse(column, "organization.refused.kind", type);
                return "commune";
            }
            return kind;
        }

        /** Words in place of a number say that it is not known, as published lists do; a number that is none is refused. */
        private static String decimal(ReferenceRow row, List<String> columns, String column) {
            if (!columns.contains(column)
                    || row.optionalText(column)
                            .filter(cell -> cell.chars().anyMatch(Character::isDigit))
                            .isEmpty()) {
                return "";
            }
            return row.optionalDecimal(column)
                    .map(number -> number.toPlainString())
                    .orElse("");
        }
    }
}
