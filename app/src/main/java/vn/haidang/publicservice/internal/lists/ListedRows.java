package vn.haidang.publicservice.internal.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The procedures that lists name; a row changes only where it says something else. */
@Component
class ListedRows {

    /** A procedure as a list has it; null where the list says nothing. */
    record Listed(
            String code,
            String name,
            String ministry,
            String field,
            @Nullable String levels,
            @Nullable String agency,
            @Nullable String timeLimit,
            @Nullable Long feeMin,
            @Nullable Long feeMax,
            @Nullable String legalBasis,
            @Nullable String address,
            @Nullable String asOf,
            @Nullable String replacedBy) {}

    /** One way in, with its time and fee as published. */
    record Channel(
            String code,
            int ordinal,
            String channel,
            @Nullable Integer amount,
            @Nullable String unit,
            @Nullable Long fee,
            @Nullable String currency) {}

    /** One thing a dossier lists; without original and copy it only explains. */
    record Item(
            String code,
            int ordinal,
            String name,
            @Nullable Integer originals,
            @Nullable Integer copies) {}

    @Language("SQL")
    private static final String STORE = """
            insert into publicservice.listed_procedure as l (
              code, name, ministry, field, levels, agency, time_limit, fee_min_vnd, fee_max_vnd, legal_basis, address,
              as_of, replaced_by)
            select r.code, r.name, r.ministry, r.field, r.levels, r.agency, r."timeLimit", r."feeMin", r."feeMax",
              r."legalBasis", r.address, r."asOf", r."replacedBy"
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (
              code text, name text, ministry text, field text, levels text, agency text, "timeLimit" text, "feeMin" bigint,
              "feeMax" bigint, "legalBasis" text, address text, "asOf" text, "replacedBy" text)
            on conflict (code) do update
            set name = excluded.name, ministry = excluded.ministry, field = excluded.field,
              levels = coalesce(excluded.levels, l.levels), agency = coalesce(excluded.agency, l.agency),
              time_limit = coalesce(excluded.time_limit, l.time_limit),
              fee_min_vnd = coalesce(excluded.fee_min_vnd, l.fee_min_vnd),
              fee_max_vnd = coalesce(excluded.fee_max_vnd, l.fee_max_vnd),
              legal_basis = coalesce(excluded.legal_basis, l.legal_basis),
              address = coalesce(excluded.address, l.address), as_of = coalesce(excluded.as_of, l.as_of),
              replaced_by = coalesce(excluded.replaced_by, l.replaced_by)
            where (l.name, l.ministry, l.field, l.levels, l.agency, l.time_limit, l.fee_min_vnd, l.fee_max_vnd, l.legal_basis,
                l.address, l.as_of, l.replaced_by)
              is distinct from (excluded.name, excluded.ministry, excluded.field, coalesce(excluded.levels, l.levels),
                coalesce(excluded.agency, l.agency), coalesce(excluded.time_limit, l.time_limit),
                coalesce(excluded.fee_min_vnd, l.fee_min_vnd), coalesce(excluded.fee_max_vnd, l.fee_max_vnd),
                coalesce(excluded.legal_basis, l.legal_basis), coalesce(excluded.address, l.address),
                coalesce(excluded.as_of, l.as_of), coalesce(excluded.replaced_by, l.replaced_by))
            """;

    @Language("SQL")
    private static final String CHANNELS = """
            insert into publicservice.listed_channel as l (code, ordinal, channel, amount, unit, fee, currency)
            select r.code, r.ordinal, r.channel, r.amount, r.unit, r.fee, r.currency
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (
              code text, ordinal int, channel text, amount int, unit text, fee bigint, currency text)
            on conflict (code, ordinal) do update
            set channel = excluded.channel, amount = excluded.amount, unit = excluded.unit, fee = excluded.fee,
              currency = excluded.currency
            where (l.channel, l.amount, l.unit, l.fee, l.currency)
              is distinct from (excluded.channel, excluded.amount, excluded.unit, excluded.fee, excluded.currency)
            """;

    @Language("SQL")
    private static final String ITEMS = """
            insert into publicservice.listed_item as l (code, ordinal, name, originals, copies)
            select r.code, r.ordinal, r.name, r.originals, r.copies
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (
              code text, ordinal int, name text, originals int, copies int)
            on conflict (code, ordinal) do update
            set name = excluded.name, originals = excluded.originals, copies = excluded.copies
            where (l.name, l.originals, l.copies) is distinct from (excluded.name, excluded.originals, excluded.copies)
            """;

    /** Rows beyond the last of a procedure that was read again. */
    @Language("SQL")
    private static final String SHORTEN_CHANNELS = """
            delete from publicservice.listed_channel l
            using jsonb_to_recordset(cast(:rows as jsonb)) as r (code text, ordinal int)
            where l.code = r.code and l.ordinal > r.ordinal
            """;

    @Language("SQL")
    private static final String SHORTEN_ITEMS = """
            delete from publicservice.listed_item l
            using jsonb_to_recordset(cast(:rows as jsonb)) as r (code text, ordinal int)
            where l.code = r.code and l.ordinal > r.ordinal
            """;

    @Language("SQL")
    private static final String REPLACED = "select r.code, r.replaced_by from publicservice.replaced_code r";

    private record End(String code, int ordinal) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ListedRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Codes that another has replaced. */
    Map<String, String> replaced() {
        return jdbc
                .sql(REPLACED)
                .query((row, number) -> Map.entry(row.getString("code"), row.getString("replaced_by")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    long store(List<Listed> listed) {
        return write(STORE, listed);
    }

    /** Everything the details say of some procedures, instead of what they said before. */
    long replace(List<String> codes, List<Channel> channels, List<Item> items) {
        return write(CHANNELS, channels)
                + write(ITEMS, items)
                + write(
                        SHORTEN_CHANNELS,
                        ends(
                                codes,
                                code -> channels.stream()
                                        .filter(row -> row.code().equals(code))
                                        .count()))
                + write(
                        SHORTEN_ITEMS,
                        ends(
                                codes,
                                code -> items.stream()
                                        .filter(row -> row.code().equals(code))
                                        .count()));
    }

    private static List<End> ends(List<String> codes, ToLongFunction<String> count) {
        var ends = new ArrayList<End>();
        codes.forEach(code -> ends.add(new End(code, (int) count.applyAsLong(code))));
        return ends;
    }

    private long write(String sql, List<? extends Record> rows) {
        return rows.isEmpty()
                ? 0
                : jdbc.sql(sql).param("rows", json.writeValueAsString(rows)).update();
    }
}
