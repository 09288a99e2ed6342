package vn.haidang;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in the database, to see whether a door changed anything. */
record DoorState(JdbcClient database) {

    /** A fingerprint of all that the doors of the table can change. */
    String everything() {
        var tables = List.of(
                "casework.case_file",
                "casework.work_item",
                "casework.event",
                "casework.consult",
                "identity.substitute",
                "casework.pause",
                "casework.apology",
                "casework.apology_draft",
                "casework.procedure",
                "casework.procedure_draft",
                "casework.saved_view",
                "casework.bulk_run",
                "publicservice.application",
                "publicservice.application_file",
                "publicservice.supplement",
                "publicservice.rating",
                "publicservice.result",
                "publicservice.paper",
                "publicservice.register",
                "publicservice.preparation",
                "publicservice.service_draft",
                "publicservice.bundle_preparation",
                "publicservice.bundle",
                "publicservice.bundle_part",
                "publicservice.reception",
                "publicservice.component",
                "publicservice.service_point",
                "publicservice.kiosk",
                "publicservice.ticket",
                "publicservice.slot",
                "publicservice.appointment",
                "publicservice.parcel",
                "publicservice.shadow",
                "publicservice.shadow_report",
                "publicservice.feedback",
                "publicservice.feedback_more",
                "publicservice.feedback_publication",
                "form.draft",
                "form.draft_answer",
                "document.issued",
                "document.signature",
                "document.waiting",
                "document.withdrawn",
                "document.template",
                "document.placement",
                "document.signing_run",
                "document.signing_item",
                "form.definition_draft",
                "files.stored_file",
                "notification.message",
                "notification.device",
                "identity.access_key",
                "identity.declared_grant",
                "identity.holding",
                "identity.post",
                "identity.role",
                "registry.authorisation",
                "registry.person_record",
                "registry.address",
                "publicservice.asked",
                "publicservice.paper_lookup",
                "publicservice.reused_paper",
                "publicservice.correction",
                "publicservice.data_request",
                "publicservice.consent",
                "publicservice.data_copy");
        return database.sql(tables.stream()
                        .map(table ->
                                "(select count(*) || ':' || coalesce(bit_xor(hashtextextended(t::text, 0)), 0) from "
                                        + table + " t)")
                        .reduce((one, two) -> one + " || ' ' || " + two)
                        .map(all -> "select " + all)
                        .orElseThrow())
                .query(String.class)
                .single();
    }

    void untilAllWasTold() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        database.sql("select count(*) from platform.event_publication where completion_date is null")
                                        .query(Long.class)
                                        .single()
                                == 0);
    }
}
