package vn.haidang.document.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.document.IssuedDocument;
import vn.haidang.document.internal.signing.Level;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.Screen;

/**
 * What anybody may ask of a document: by the code on it, number, day and issuer, how it was signed, and whether it still counts; by the
 * file itself, whether it is the very one that was given out, and then who signed it.
 */
@Component
public class Checks {

    /** A signature as the check shows it. */
    public record Signature(String kind, String name, String serial, boolean trial, Level level, Instant at) {}

    /** What was presented besides a code. */
    public enum Presented {
        /** Nothing. */
        NO_FILE,
        /** The very file that was given out. */
        THE_FILE,
        /** The file as it was before somebody signed it. */
        EARLIER_FILE,
        /** Some other file than that of the code. */
        ANOTHER_FILE
    }

    /**
     * That a document does not count any more.
     *
     * @param replacement number of what took its place; null for nothing
     */
    public record Withdrawn(
            LocalDate on,
            String reason,
            @Nullable String replacement,
            @Nullable LocalDate replacedOn) {}

    /**
     * What is known.
     *
     * @param signatures empty while the document waits for them, and where it was given out without
     * @param waiting whether somebody is to sign it still
     * @param withdrawn null while it counts
     */
    public record Found(
            UUID id,
            String number,
            String kind,
            String template,
            UnitId issuer,
            LocalDate issuedOn,
            List<Signature> signatures,
            boolean waiting,
            @Nullable Withdrawn withdrawn,
            Presented presented) {

        public boolean trial() {
            return signatures.stream().anyMatch(Signature::trial);
        }

        /** Whether the organisation signed it, and not one hand alone. */
        public boolean sealed() {
            return signatures.stream().anyMatch(signature -> signature.kind().equals("organisation"));
        }

        /** That of the signature that proves least; empty without signatures. */
        public Optional<Level> level() {
            return signatures.stream().map(Signature::level).min(Level::compareTo);
        }

        public boolean stamped() {
            return level().filter(level -> level != Level.B).isPresent();
        }

        private Found signedBy(List<Signature> known) {
            return new Found(id, number, kind, template, issuer, issuedOn, known, waiting, withdrawn, presented);
        }

        private Found presenting(Presented file) {
            return new Found(id, number, kind, template, issuer, issuedOn, signatures, waiting, withdrawn, file);
        }
    }

    private static final String BY_CODE = "i.check_code = :value";
    private static final String BY_FILE = "i.sha256 = :value";
    private static final String BY_EARLIER_FILE =
            "i.id = (select e.document from document.earlier_file e where e.sha256 = :value)";

    private final JdbcClient jdbc;

    Checks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Found> byCode(String code) {
        return find(BY_CODE, code.strip().toUpperCase(Locale.ROOT), Presented.NO_FILE);
    }

    /**
     * Whatever the file is of; and whether it is of the document with this code, where there is one.
     *
     * @param sha256 64 hexadecimal digits
     * @param code empty for none
     */
    public Optional<Found> byFile(String sha256, String code) {
        String hash = sha256.strip().toLowerCase(Locale.ROOT);
        Optional<Found> file =
                find(BY_FILE, hash, Presented.THE_FILE).or(() -> find(BY_EARLIER_FILE, hash, Presented.EARLIER_FILE));
        Optional<Found> asked = code.isBlank() ? Optional.empty() : byCode(code);
        if (asked.isEmpty()
                || file.isPresent() && file.get().id().equals(asked.get().id())) {
            return file;
        }
        return asked.map(found -> found.presenting(Presented.ANOTHER_FILE));
    }

    private Optional<Found> find(String condition, String value, Presented presented) {
        return jdbc.sql("""
                select i.id, i.number, i.year, i.kind, i.template, i.issuer, i.issued_at,
                  exists (select from document.waiting t where t.document = i.id) as waiting, w.withdrawn_at, w.reason,
                  r.number as new_number, r.year as new_year, r.issued_at as new_issued_at
                from document.issued i
                left join document.withdrawn w on w.document = i.id
                left join document.issued r on r.id = w.replaced_by
                where %s
                order by i.id
                limit 1
                """.formatted(condition))
                .param("value", value)
                .query((row, at) -> new Found(
                        row.getObject("id", UUID.class),
                        IssuedDocument.number(row.getInt("number"), row.getInt("year")),
                        row.getString("kind"),
                        row.getString("template"),
                        new UnitId(row.getObject("issuer", UUID.class)),
                        day(row, "issued_at"),
                        List.of(),
                        row.getBoolean("waiting"),
                        withdrawn(row),
                        presented))
                .optional()
                .map(found -> found.signedBy(signatures(found.id())));
    }

    static @Nullable Withdrawn withdrawn(ResultSet row) throws SQLException {
        if (row.getObject("withdrawn_at") == null) {
            return null;
        }
        boolean replaced = row.getObject("new_number") != null;
        return new Withdrawn(
                day(row, "withdrawn_at"),
                row.getString("reason"),
                replaced ? IssuedDocument.number(row.getInt("new_number"), row.getInt("new_year")) : null,
                replaced ? day(row, "new_issued_at") : null);
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(Screen.ZONE)
                .toLocalDate();
    }

    private List<Signature> signatures(UUID document) {
        return jdbc.sql("""
                select kind, name, serial, trial, level, signed_at
                from document.signature
                where document = :document
                order by kind
                """)
                .param("document", document)
                .query((row, number) -> new Signature(
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("serial"),
                        row.getBoolean("trial"),
                        Level.valueOf(row.getString("level")),
                        row.getObject("signed_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
