package vn.haidang.publicservice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.form.Answer;
import vn.haidang.form.DraftId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.PartyId;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.ApplicationSummary;
import vn.haidang.publicservice.Device;
import vn.haidang.publicservice.Promise;

/** Rows of applications as records. */
final class ApplicationMapping {

    private static final TypeReference<Map<String, Answer>> ANSWERS = new TypeReference<>() {};

    private ApplicationMapping() {}

    static Application application(ResultSet row, JsonMapper json) throws SQLException {
        return new Application(
                new ApplicationId(row.getObject("id", UUID.class)),
                new DraftId(row.getObject("draft", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                new PartyId(row.getObject("party", UUID.class)),
                row.getString("service_code"),
                row.getInt("service_version"),
                new UnitId(row.getObject("unit", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("dossier_code"),
                row.getString("applicant_name"),
                submitter(row),
                row.getString("form"),
                row.getInt("form_version"),
                Set.of((String[]) row.getArray("left_out").getArray()),
                json.readValue(row.getString("answers"), ANSWERS),
                Device.valueOf(row.getString("device").toUpperCase(Locale.ROOT)),
                row.getString("secret"),
                json.readValue(row.getString("promise"), Promise.class),
                instant(row, "submitted_at"),
                List.of(json.readValue(row.getString("files"), Application.HandedIn[].class)));
    }

    static ApplicationSummary summary(ResultSet row) throws SQLException {
        return new ApplicationSummary(
                new ApplicationId(row.getObject("id", UUID.class)),
                row.getString("service_code"),
                row.getString("short_name"),
                row.getString("name_en"),
                row.getString("dossier_code"),
                new UnitId(row.getObject("unit", UUID.class)),
                instant(row, "submitted_at"),
                CaseStatus.valueOf(row.getString("status")),
                row.getString("step"),
                row.getObject("promised_day", LocalDate.class),
                optionalInstant(row, "due_at"),
                optionalInstant(row, "closed_at"),
                row.getString("outcome"),
                result(row),
                row.getObject("stars", Integer.class));
    }

    private static Application.@Nullable Submitter submitter(ResultSet row) throws SQLException {
        String name = row.getString("submitter_name");
        if (name == null) {
            return null;
        }
        String spoke = row.getString("spokesperson_name");
        return new Application.Submitter(
                name,
                Mandate.Basis.of(row.getString("submitted_as")),
                spoke == null
                        ? null
                        : new Application.Spoken(spoke, Mandate.Basis.of(row.getString("spokesperson_as"))));
    }

    private static ApplicationSummary.@Nullable IssuedResult result(ResultSet row) throws SQLException {
        String number = row.getString("number");
        return number == null
                ? null
                : new ApplicationSummary.IssuedResult(
                        number,
                        row.getObject("issued_on", LocalDate.class),
                        row.getObject("file", UUID.class),
                        row.getBoolean("withdrawn"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
