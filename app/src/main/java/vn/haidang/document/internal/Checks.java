package vn.haidang.document.internal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.document.IssuedDocument;
import vn.haidang.organization.UnitId;

/**
 * What anybody may ask of a document: by the code on it, number, day and issuer; by the file itself, whether it is the very one that was
 * given out, and then who signed it.
 */
@Component
public class Checks {

    /** A signature as the check shows it. */
    public record Signature(String kind, String name, String serial, boolean trial, boolean stamped) {}

    /**
     * What is known.
     *
     * @param signatures empty while the document waits for them
     */
    public record Found(
            UUID id,
            String number,
            String kind,
            String template,
            UnitId issuer,
            LocalDate issuedOn,
            List<Signature> signatures) {

        public boolean trial() {
            return signatures.stream().anyMatch(Signature::trial);
        }

        /** Whether the organisation signed it, and not one hand alone. */
        public boolean sealed() {
            return signatures.stream().anyMatch(signature -> signature.kind().equals("organisation"));
        }

        public boolean stamped() {
            return !signatures.isEmpty() && signatures.stream().allMatch(Signature::stamped);
        }
    }

    private final JdbcClient jdbc;

    Checks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Found> byCode(String code) {
        return find("check_code", code.strip().toUpperCase(java.util.Locale.ROOT));
    }

    /** @param sha256 64 hexadecimal digits */
    public Optional<Found> byHash(String sha256) {
        return find("sha256", sha256.strip().toLowerCase(java.util.Locale.ROOT));
    }

    private Optional<Found> find(String column, String value) {
        return jdbc.sql("""
                select id, number, year, kind, template, issuer, issued_at
                from document.issued
                where %s = :value
                order by id
                limit 1
                """.formatted(column))
                .param("value", value)
                .query((row, at) -> new Found(
                        row.getObject("id", UUID.class),
                        IssuedDocument.number(row.getInt("number"), row.getInt("year")),
                        row.getString("kind"),
                        row.getString("template"),
                        new UnitId(row.getObject("issuer", UUID.class)),
                        row.getObject("issued_at", OffsetDateTime.class)
                                .atZoneSameInstant(vn.haidang.ui.Screen.ZONE)
                                .toLocalDate(),
                        List.of()))
                .optional()
                .map(found -> new Found(
                        found.id(),
                        found.number(),
                        found.kind(),
                        found.template(),
                        found.issuer(),
                        found.issuedOn(),
                        signatures(found.id())));
    }

    private List<Signature> signatures(UUID document) {
        return jdbc.sql("""
                select kind, name, serial, trial, stamped
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
                        row.getBoolean("stamped")))
                .list();
    }
}
