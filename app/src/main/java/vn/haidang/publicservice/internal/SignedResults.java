package vn.haidang.publicservice.internal;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.document.DocumentSigned;
import vn.haidang.registry.Parties;

/** Puts the signed file in the place of the unsigned one, for the applicant and in the own store, within the act that signs. */
@Component
class SignedResults {

    private final JdbcClient jdbc;
    private final Parties parties;

    SignedResults(JdbcClient jdbc, Parties parties) {
        this.jdbc = jdbc;
        this.parties = parties;
    }

    @EventListener
    void on(DocumentSigned signed) {
        if (!signed.subjectType().equals(Traces.APPLICATION)) {
            return;
        }
        jdbc.sql("update publicservice.result set file = :file where document = :document")
                .param("file", signed.file().value())
                .param("document", signed.document())
                .update();
        jdbc.sql("update publicservice.paper set file = :file where document = :document")
                .param("file", signed.file().value())
                .param("document", signed.document())
                .update();
        parties.replaceResult(signed.before().value(), signed.file().value());
    }
}
