package vn.haidang.publicservice.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.Tier;
import vn.haidang.publicservice.FrontDoor;
import vn.haidang.publicservice.Level;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.Service.Bilingual;
import vn.haidang.publicservice.ServiceSummary;
import vn.haidang.worktime.LegalDuration;

/** Rows of the catalogue as records. */
final class ServiceMapping {

    static final String SUMMARY_COLUMNS = """
            v.code, v.name, v.short_name, v.name_en, v.field, v.field_en, v.online_level, v.summary, v.summary_en,
            v.duration, v.fee_vnd, (v.form is not null and v.duration is not null and v.online_level in ('full', 'partial')
              and not exists (select from publicservice.front_door f where f.service = v.code
                and f.validity @> cast(:today as date) and (f.door <> 'own' or f.status_owner <> 'us'))) as starts_here
            """;

    private ServiceMapping() {}

    static ServiceSummary summary(ResultSet row) throws SQLException {
        return new ServiceSummary(
                row.getString("code"),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("name_en"),
                row.getString("field"),
                row.getString("field_en"),
                Level.of(row.getString("online_level")),
                row.getString("summary"),
                row.getString("summary_en"),
                row.getString("duration"),
                row.getObject("fee_vnd", Long.class),
                row.getBoolean("starts_here"));
    }

    static Service service(ResultSet row, List<Service.Item> items, List<Service.Way> ways, List<Bilingual> steps)
            throws SQLException {
        String duration = row.getString("duration");
        return new Service(
                row.getString("code"),
                row.getInt("version"),
                row.getDate("valid_from").toLocalDate(),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("name_en"),
                row.getString("field"),
                row.getString("field_en"),
                Tier.valueOf(row.getString("tier")),
                Level.of(row.getString("online_level")),
                duration == null ? null : LegalDuration.parse(duration),
                both(row, "time_note"),
                row.getObject("fee_vnd", Long.class),
                both(row, "fee_note"),
                row.getString("agency"),
                both(row, "result"),
                Arrays.stream(row.getString("legal_basis").split(";"))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList(),
                texts(row.getArray("audience")),
                texts(row.getArray("life_event")),
                both(row, "summary"),
                row.getString("source"),
                row.getString("confidence"),
                handling(row),
                items,
                row.getObject("dossier_sets", Integer.class),
                ways,
                steps,
                door(row));
    }

    private static @Nullable FrontDoor door(ResultSet row) throws SQLException {
        String kind = row.getString("door");
        return kind == null
                ? null
                : new FrontDoor(
                        FrontDoor.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                        FrontDoor.Owner.valueOf(row.getString("status_owner").toUpperCase(Locale.ROOT)),
                        row.getString("door_address"),
                        row.getObject("door_from", LocalDate.class),
                        row.getObject("door_to", LocalDate.class),
                        row.getString("door_source"),
                        row.getString("door_confidence"));
    }

    private static Service.@Nullable Handling handling(ResultSet row) throws SQLException {
        String form = row.getString("form");
        return form == null
                ? null
                : new Service.Handling(
                        form,
                        row.getString("procedure"),
                        row.getString("office_hours"),
                        row.getString("after_supplement"),
                        row.getString("after_supplement_source"),
                        row.getString("document_template"),
                        row.getString("document_kind"));
    }

    private static Bilingual both(ResultSet row, String column) throws SQLException {
        return new Bilingual(row.getString(column), row.getString(column + "_en"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
