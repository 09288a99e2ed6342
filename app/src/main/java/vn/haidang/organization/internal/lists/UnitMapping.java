package vn.haidang.organization.internal.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.haidang.reference.Refusal;
import vn.haidang.reference.TableStream;

/** A published table of which commune went into which on a day: {@code old_commune_code, new_commune_code, share} with whole or part. */
record UnitMapping(LocalDate day, List<Way> ways, long rows, List<Refusal> refusals) {

    /** One line. */
    record Way(String oldCode, String newCode, boolean whole) {}

    private static final String[] COLUMNS = {"old_province_code", "old_commune_code", "new_commune_code", "share"};
    private static final Set<String> SHARES = Set.of("whole", "part");

    static boolean canRead(TableStream table) {
        return table.has(COLUMNS);
    }

    /** Lines without an old commune, as for a district that had none, name the district instead. */
    static UnitMapping read(TableStream table, LocalDate day, Set<String> scope) {
        var ways = new ArrayList<Way>();
        var district = table.has("old_district_code");
        table.rows(row -> {
            if (scope.contains(row.text("old_province_code"))) {
                var old = row.optionalText("old_commune_code")
                        .or(() -> district ? row.optionalText("old_district_code") : java.util.Optional.empty());
                ways.add(new Way(
                        old.orElseGet(() -> row.text("old_commune_code")),
                        row.text("new_commune_code"),
                        row.oneOf("share", SHARES).equals("whole")));
            }
        });
        return new UnitMapping(day, ways, table.read(), table.refusals());
    }
}
