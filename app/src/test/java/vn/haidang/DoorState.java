package vn.haidang;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in the database, to see whether a door changed anything. */
record DoorState(JdbcClient database) {

    private static final List<String> TABLES = List.of(
            "casework.case_file",
            "casework.work_item",
            "casework.event",
            "casework.consult",
            "casework.consult_due",
            "casework.barred",
            "identity.substitute",
            "casework.pause",
            "casework.asked_paper",
            "casework.apology",
            "casework.apology_draft",
            "casework.declared_clock_rule",
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
            "document.seal",
            "document.signing_run",
            "document.signing_item",
            "form.definition_draft",
            "files.stored_file",
            "files.released",
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
            "publicservice.kept_answer",
            "publicservice.erasure",
            "publicservice.data_copy");

    /** From now on every row written to what the doors of the table can change is counted, in the transaction that writes it. */
    void watch() {
        inSchemaOfOwner("""
                create schema doors;
                create table doors.written (row_number bigint generated always as identity);
                create function doors.count_row() returns trigger language plpgsql security definer as
                $$ begin insert into doors.written default values; return null; end $$;
                grant usage on schema doors to haidang_app;
                grant select on doors.written to haidang_app;
                """ + TABLES.stream().map(table -> """
                                create trigger doors_count_row after insert or update or delete on %s
                                for each row execute function doors.count_row();
                                """.formatted(table)).collect(Collectors.joining()));
    }

    /** How many rows were written and committed since {@link #watch()}; its cost does not grow with what the tables hold. */
    long written() {
        return database.sql("select count(*) from doors.written")
                .query(Long.class)
                .single();
    }

    /** Other tests find the tables as they were made. */
    void leave() {
        inSchemaOfOwner("drop schema if exists doors cascade");
    }

    private static void inSchemaOfOwner(String statements) {
        try (var connection = TestDatabase.connectAs(DatabaseRole.OWNER);
                var statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException e) {
            throw new IllegalStateException("the tables could not be watched", e);
        }
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
