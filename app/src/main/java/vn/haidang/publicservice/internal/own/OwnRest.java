package vn.haidang.publicservice.internal.own;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.notification.Notifications;
import vn.haidang.registry.PersonFile;
import vn.haidang.registry.PersonId;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/**
 * The rest of what is held of somebody, as data of a copy: what goes with applications, the account and what was told to it, and the
 * registers with what they said before.
 */
@Component
public class OwnRest {

    private static final String PURPOSE = "publicservice/data-copy";
    private static final Locale VIETNAMESE = Locale.of("vi", "VN");

    /** By section, the statement that answers it for :own, the parties somebody is now; every column is text. */
    private static final Map<String, String> OF_PARTIES = ofParties();

    /** The same for :account, of whoever acts for nobody else. */
    private static final Map<String, String> OF_ACCOUNT = ofAccount();

    private final Accounts accounts;
    private final Notifications notifications;
    private final PersonFile register;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    OwnRest(
            Accounts accounts,
            Notifications notifications,
            PersonFile register,
            MessageSource messages,
            JdbcClient jdbc) {
        this.accounts = accounts;
        this.notifications = notifications;
        this.register = register;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    Map<String, Object> of(Reader reader) {
        Map<String, Object> rest = new LinkedHashMap<>();
        UUID[] own = reader.ownParties().stream().map(PartyId::value).toArray(UUID[]::new);
        OF_PARTIES.forEach((section, statement) -> rest.put(
                section,
                List.copyOf(jdbc.sql(statement).param("own", own).query().listOfRows())));
        AccountId account = Objects.requireNonNull(reader.account());
        if (reader.mandate() == null) {
            OF_ACCOUNT.forEach((section, statement) -> rest.put(
                    section,
                    List.copyOf(jdbc.sql(statement)
                            .param("account", account.value())
                            .query()
                            .listOfRows())));
            accounts.find(account)
                    .ifPresent(found -> rest.put(
                            "account",
                            Map.of(
                                    "username", found.username(),
                                    "displayName", found.displayName(),
                                    "email", text(found.email()))));
            rest.put("messages", told(account));
        }
        PersonId person = person(reader);
        if (person != null) {
            rest.put("register", register.of(person, reader.actor(), PURPOSE));
        }
        return rest;
    }

    private List<Map<String, Object>> told(AccountId account) {
        List<Map<String, Object>> told = new ArrayList<>();
        Slice<Notifications.Told> slice;
        int page = 1;
        do {
            slice = notifications.told(account, new PageRequest(page++, PageRequest.LARGEST));
            slice.rows()
                    .forEach(each -> told.add(Map.of(
                            "at", each.sentAt().toString(),
                            "words",
                                    text(messages.getMessage(
                                            each.messageKey(),
                                            each.arguments().toArray(),
                                            each.messageKey(),
                                            VIETNAMESE)),
                            "read", each.read())));
        } while (slice.hasNext());
        return told;
    }

    /** Whose records these are: one's own, or those of the child one acts for. */
    private static @Nullable PersonId person(Reader reader) {
        Mandate mandate = reader.mandate();
        PartyId person = mandate == null ? reader.person() : mandate.party();
        return person == null || !OwnSubjects.personal(reader) ? null : new PersonId(person.value());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Map<String, String> ofParties() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("supplements", """
                select a.dossier_code as dossier, cast(s.round as text) as round, s.note, cast(s.answered_at as text) as "answeredAt"
                from publicservice.supplement s join publicservice.application a on a.id = s.application
                where a.party = any (:own) order by s.answered_at
                """);
        sections.put("results", """
                select a.dossier_code as dossier, r.number, cast(r.issued_on as text) as "issuedOn"
                from publicservice.result r join publicservice.application a on a.id = r.application
                where a.party = any (:own) order by r.issued_on
                """);
        sections.put("givenPapers", """
                select a.dossier_code as dossier, p.form, p.number, cast(p.issued_on as text) as "issuedOn"
                from publicservice.paper p join publicservice.application a on a.id = p.application
                where a.party = any (:own) order by p.issued_on, p.form, p.round
                """);
        sections.put("ratings", """
                select a.dossier_code as dossier, cast(r.stars as text) as stars, coalesce(r.comment, '') as comment
                from publicservice.rating r join publicservice.application a on a.id = r.application
                where a.party = any (:own) order by a.dossier_code
                """);
        sections.put("reusedPapers", """
                select a.dossier_code as dossier, r.number, r.kind, r.source, cast(r.taken_at as text) as "takenAt"
                from publicservice.reused_paper r join publicservice.application a on a.id = r.application
                where a.party = any (:own) order by r.taken_at
                """);
        sections.put("lookups", """
                select m.dossier, m.feedback, l.paper, l.found, cast(l.looked_at as text) as "lookedAt",
                  coalesce(l.failure, '') as failure, coalesce(l.reason, '') as reason
                from (
                  select id, dossier_code as dossier, '' as feedback from publicservice.application where party = any (:own)
                  union all
                  select id, '', code from publicservice.feedback where party = any (:own)) m
                join publicservice.paper_lookup l on l.application = m.id or l.feedback = m.id
                order by l.looked_at
                """);
        sections.put("parcels", """
                select coalesce(a.dossier_code, '') as dossier, p.direction, p.other_name as name, coalesce(p.address, '') as address,
                  p.carrier, p.tracking, cast(p.registered_at as text) as "registeredAt"
                from publicservice.parcel p join publicservice.application a on a.id = p.application
                where a.party = any (:own) order by p.registered_at
                """);
        sections.put("receptions", """
                select coalesce(a.dossier_code, '') as dossier, r.channel, r.identified_by as "identifiedBy", r.person_name as name,
                  coalesce(r.spokesperson_name, '') as spokesperson, coalesce(r.postal_address, '') as address,
                  cast(r.begun_at as text) as "begunAt",
                  coalesce((select string_agg(c.name || ': ' || c.original, '; ' order by c.part)
                    from publicservice.component c where c.reception = r.id), '') as papers
                from publicservice.reception r left join publicservice.application a on a.id = r.application
                where r.person = any (:own) order by r.begun_at
                """);
        sections.put("spokenAtDesk", """
                select r.spokesperson_name as name, r.spokesperson_as as "as", cast(r.begun_at as text) as "begunAt"
                from publicservice.reception r where r.spokesperson = any (:own) order by r.begun_at
                """);
        sections.put("lifeEvents", """
                select b.name, cast(b.submitted_at as text) as "submittedAt",
                  coalesce((select string_agg(p.name, '; ' order by p.ordinal)
                    from publicservice.bundle_part p where p.bundle = b.id), '') as parts
                from publicservice.bundle b where b.party = any (:own) order by b.submitted_at
                """);
        sections.put("elsewhere", """
                select s.service_code as service, s.system, coalesce(s.reference, '') as reference, coalesce(s.handler, '') as handler,
                  cast(s.begun_at as text) as "begunAt",
                  coalesce((select string_agg(cast(r.reported_at as text) || ' ' || r.status || ' ' || r.handler, '; ' order by r.reported_at)
                    from publicservice.shadow_report r where r.shadow = s.id), '') as reports
                from publicservice.shadow s where s.party = any (:own) order by s.begun_at
                """);
        sections.put("copies", """
                select cast(c.asked_at as text) as "askedAt", cast(c.bytes as text) as bytes, coalesce(c.sha256, '') as sha256
                from publicservice.data_copy c where c.party = any (:own) order by c.asked_at
                """);
        sections.put("erased", """
                select r.code as request, e.name, e.state, cast(e.amount as text) as amount, e.basis,
                  coalesce(cast(e.erased_at as text), '') as "erasedAt"
                from publicservice.erasure e join publicservice.data_request r on r.id = e.request
                where r.party = any (:own) order by e.decided_at, e.ordinal
                """);
        return sections;
    }

    private static Map<String, String> ofAccount() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("consentsAsGiven", """
                select purpose, words, cast(given_at as text) as "givenAt", coalesce(cast(withdrawn_at as text), '') as "withdrawnAt"
                from publicservice.consent where account = :account order by given_at
                """);
        sections.put("remembered", """
                select attribute, value, cast(said_on as text) as "saidOn"
                from publicservice.kept_answer where account = :account order by attribute
                """);
        return sections;
    }
}
