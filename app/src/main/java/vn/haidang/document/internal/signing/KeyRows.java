package vn.haidang.document.internal.signing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of kept keys. */
@Component
class KeyRows {

    /** A key as it is kept. */
    record Row(
            UUID id, String kind, UUID holder, String name, byte[] certificate, byte[] sealedKey, Instant validUntil) {}

    private final JdbcClient jdbc;

    KeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Row> current(String kind, UUID holder) {
        return jdbc.sql("""
                select id, holder_kind, holder, name, certificate, sealed_key, valid_until
                from document.signing_key
                where holder_kind = :kind and holder = :holder and ended_at is null
                """)
                .param("kind", kind)
                .param("holder", holder)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("holder_kind"),
                        row.getObject("holder", UUID.class),
                        row.getString("name"),
                        row.getBytes("certificate"),
                        row.getBytes("sealed_key"),
                        row.getObject("valid_until", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** False where the holder has a key already; waits for whoever is about to make one. */
    boolean insert(Row row, Instant now) {
        return jdbc.sql("""
                insert into document.signing_key
                    (id, holder_kind, holder, name, certificate, sealed_key, made_at, valid_until)
                values (:id, :kind, :holder, :name, :certificate, :sealed, :now, :until)
                on conflict (holder_kind, holder) where ended_at is null do nothing
                """)
                        .param("id", row.id())
                        .param("kind", row.kind())
                        .param("holder", row.holder())
                        .param("name", row.name())
                        .param("certificate", row.certificate())
                        .param("sealed", row.sealedKey())
                        .param("now", at(now))
                        .param("until", at(row.validUntil()))
                        .update()
                == 1;
    }

    void end(UUID id, Instant now) {
        jdbc.sql("update document.signing_key set ended_at = :now where id = :id and ended_at is null")
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
