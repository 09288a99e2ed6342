package vn.haidang.publicservice.internal.own;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Subject;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.registry.KnownValue;
import vn.haidang.registry.Parties;

/**
 * What is wholly a reader's own now, as the journal names it, each with what the reader calls it. Whoever acts for a child or a
 * business sees what is the child's or the business's and nothing of their own meanwhile; an authorisation opens nothing here: the
 * data stays that of whoever gave it.
 */
@Component
public class OwnSubjects {

    /** Enough for a lifetime; the latest. */
    private static final int MOST = 2000;

    private final Parties parties;
    private final JdbcClient jdbc;

    OwnSubjects(Parties parties, JdbcClient jdbc) {
        this.parties = parties;
        this.jdbc = jdbc;
    }

    /** Whether the reader is, or represents by law, a person whose data it is. */
    public static boolean personal(Reader reader) {
        Mandate mandate = reader.mandate();
        return reader.signedIn() && (mandate == null || mandate.basis() == Mandate.Basis.GUARDIAN);
    }

    /** Whether the reader acts under an authorisation, which opens nothing of the data of whoever gave it. */
    public static boolean closed(Reader reader) {
        Mandate mandate = reader.mandate();
        return mandate != null && mandate.basis() == Mandate.Basis.AUTHORISED;
    }

    /** Whether what is known as the person's is theirs: a child is known with the phone and e-mail of whoever acts for it. */
    public static boolean theirs(KnownValue value, Reader reader) {
        boolean reach =
                value.attribute().equals("person.phone") || value.attribute().equals("person.email");
        return value.attribute().startsWith("person.") && (reader.mandate() == null || !reach);
    }

    /** By subject, the code of the dossier it belongs to; empty for the record of the person, a number for a result. */
    public Map<Subject, String> of(Reader reader) {
        Map<Subject, String> subjects = new LinkedHashMap<>();
        Mandate mandate = reader.mandate();
        PartyId person = reader.person();
        if (mandate != null && mandate.whole()) {
            subjects.put(mandate.represented(), "");
        } else if (mandate == null && person != null) {
            subjects.put(new Subject("registry/person", person.value()), "");
        }
        UUID[] own = reader.ownParties().stream().map(PartyId::value).toArray(UUID[]::new);
        if (own.length > 0) {
            jdbc.sql("""
                            select s.type, s.id, s.case_id, s.code from (
                              (select 'publicservice/application' as type, id, case_id, dossier_code as code, submitted_at as at
                               from publicservice.application where party = any (:own) order by submitted_at desc limit :most)
                              union all
                              (select 'publicservice/correction', c.id, c.case_id, k.code, c.asked_at
                               from publicservice.correction c join casework.pub_case k on k.id = c.case_id
                               where c.party = any (:own) order by c.asked_at desc limit :most)
                              union all
                              (select 'publicservice/data-request', id, case_id, code, sent_at
                               from publicservice.data_request where party = any (:own) order by sent_at desc limit :most)
                              union all
                              (select 'publicservice/feedback', id, case_id, code, sent_at
                               from publicservice.feedback where party = any (:own) order by sent_at desc limit :most)
                              union all
                              (select 'publicservice/parcel', p.id, a.case_id, a.dossier_code, p.registered_at
                               from publicservice.parcel p join publicservice.application a on a.id = p.application
                               where a.party = any (:own) order by p.registered_at desc limit :most)
                              union all
                              (select 'publicservice/appointment', id, null, '', booked_at
                               from publicservice.appointment where party = any (:own) order by booked_at desc limit :most)
                              union all
                              (select 'publicservice/data-copy', id, null, '', asked_at
                               from publicservice.data_copy where party = any (:own) order by asked_at desc limit :most)) s
                            order by s.at desc limit :most
                            """).param("own", own).param("most", MOST).query(row -> {
                String code = row.getString("code");
                subjects.put(new Subject(row.getString("type"), row.getObject("id", UUID.class)), code);
                UUID of = row.getObject("case_id", UUID.class);
                if (of != null) {
                    subjects.put(new Subject("casework/case", of), code);
                }
            });
            parties.results(reader)
                    .forEach(kept -> subjects.put(new Subject("registry/result", kept.id()), kept.number()));
        }
        return subjects;
    }

    /** The applications among them, latest first. */
    public List<ApplicationId> applications(Reader reader) {
        List<ApplicationId> applications = new ArrayList<>();
        of(reader).keySet().stream()
                .filter(subject -> subject.type().equals("publicservice/application"))
                .forEach(subject -> applications.add(new ApplicationId(subject.id())));
        return applications;
    }
}
