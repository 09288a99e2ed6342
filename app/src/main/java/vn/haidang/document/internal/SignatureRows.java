package vn.haidang.document.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.document.internal.signing.Signing;
import vn.haidang.organization.UnitId;

/** The SQL of signatures made and signatures that are waited for. */
@Component
public class SignatureRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    SignatureRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The leader's first, then the organisation's where it signed; in one statement. */
    public void insert(UUID document, List<Signing.Made> signatures) {
        Signing.Made leader = signatures.getFirst();
        if (signatures.size() == 1) {
            insert(document, leader);
            return;
        }
        Signing.Made organisation = signatures.getLast();
        jdbc.sql("""
                insert into document.signature (document, kind, holder, name, serial, trial, level, signed_at)
                values (:document, 'leader', :leader, :leaderName, :leaderSerial, :leaderTrial, :level, :at),
                       (:document, 'organisation', :unit, :unitName, :unitSerial, :unitTrial, :level, :at)
                """)
                .param("document", document)
                .param("leader", leader.signatory().id())
                .param("leaderName", leader.signatory().name())
                .param("leaderSerial", leader.serial())
                .param("leaderTrial", leader.trial())
                .param("unit", organisation.signatory().id())
                .param("unitName", organisation.signatory().name())
                .param("unitSerial", organisation.serial())
                .param("unitTrial", organisation.trial())
                .param("level", leader.level().name())
                .param("at", leader.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void insert(UUID document, Signing.Made only) {
        jdbc.sql("""
                insert into document.signature (document, kind, holder, name, serial, trial, level, signed_at)
                values (:document, 'leader', :holder, :name, :serial, :trial, :level, :at)
                """)
                .param("document", document)
                .param("holder", only.signatory().id())
                .param("name", only.signatory().name())
                .param("serial", only.serial())
                .param("trial", only.trial())
                .param("level", only.level().name())
                .param("at", only.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps what the document says until somebody who may has signed it. */
    public void wait(UUID document, UnitId issuer, String fields) {
        jdbc.sql("""
                insert into document.waiting (document, issuer, fields, since)
                values (:document, :issuer, :fields, :now)
                """)
                .param("document", document)
                .param("issuer", issuer.value())
                .param("fields", fields)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
