package vn.haidang.registry.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;
import vn.haidang.organization.UnitId;
import vn.haidang.registry.PersonId;
import vn.haidang.registry.Persons;
import vn.haidang.registry.Persons.NewPerson;
import vn.haidang.ui.Problem;

/** The SQL of persons, their addresses, households and account links. */
@Component
public class PersonRows {

    @Language("SQL")
    private static final String RECORDS = """
            select w.person, w.is_self, p.personal_number, r.full_name, r.birth_date, r.sex,
                   r.phone, r.email, r.source, lower(r.valid) as as_of,
                   a.unit as address_unit, a.street, a.source as address_source, lower(a.valid) as address_as_of
            from %s w
            join registry.person p on p.id = w.person
            join registry.person_record r on r.person = p.id and r.valid @> :today::date
            left join registry.address a on a.person = p.id and a.valid @> :today::date
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PersonRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public PersonId insert(NewPerson person) {
        PersonId id = PersonId.next(clock);
        OffsetDateTime now = OffsetDateTime.now(clock);
        LocalDate today = LocalDate.now(clock);
        try {
            jdbc.sql("""
                    insert into registry.person (id, personal_number, recorded_at)
                    values (:id, :number, :now)
                    """)
                    .param("id", id.value())
                    .param("number", person.personalNumber())
                    .param("now", now)
                    .update();
        } catch (DuplicateKeyException known) {
            throw Problem.of("registry/person-known", 409).exception();
        }
        jdbc.sql("""
                insert into registry.person_record
                    (id, person, full_name, birth_date, sex, phone, email, source, valid, recorded_at)
                values (:record, :person, :name, :birth, :sex, :phone, :email, :source, daterange(:today, null), :now)
                """)
                .param("record", PersonId.next(clock).value())
                .param("person", id.value())
                .param("name", person.fullName())
                .param("birth", person.birthDate())
                .param("sex", person.sex())
                .param("phone", person.phone())
                .param("email", person.email())
                .param("source", person.source())
                .param("today", today)
                .param("now", now)
                .update();
        UnitId residence = person.residence();
        if (residence != null) {
            jdbc.sql("""
                    insert into registry.address (id, person, unit, street, source, valid, recorded_at)
                    values (:id, :person, :unit, :street, :source, daterange(:today, null), :now)
                    """)
                    .param("id", PersonId.next(clock).value())
                    .param("person", id.value())
                    .param("unit", residence.value())
                    .param("street", person.street())
                    .param("source", person.source())
                    .param("today", today)
                    .param("now", now)
                    .update();
        }
        return id;
    }

    public UUID insertHousehold(UnitId residence, String source) {
        UUID id = PersonId.next(clock).value();
        jdbc.sql("""
                insert into registry.household (id, unit, source, recorded_at)
                values (:id, :unit, :source, :now)
                """)
                .param("id", id)
                .param("unit", residence.value())
                .param("source", source)
                .param("now", OffsetDateTime.now(clock))
                .update();
        return id;
    }

    public void insertMember(UUID household, PersonId person, String relation) {
        jdbc.sql("""
                insert into registry.household_member (id, household, person, relation, valid)
                values (:id, :household, :person, :relation, daterange(:today, null))
                """)
                .param("id", PersonId.next(clock).value())
                .param("household", household)
                .param("person", person.value())
                .param("relation", relation)
                .param("today", LocalDate.now(clock))
                .update();
    }

    public boolean inHousehold(PersonId person) {
        return jdbc.sql("""
                select exists (
                    select from registry.household_member where person = :person and valid @> cast(:today as date))
                """)
                .param("person", person.value())
                .param("today", LocalDate.now(clock))
                .query(Boolean.class)
                .single();
    }

    public void insertLink(PersonId person, AccountId account) {
        jdbc.sql("""
                insert into registry.account_link (account, person, linked_at, told)
                values (:account, :person, :now, true)
                """)
                .param("account", account.value())
                .param("person", person.value())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    public Optional<PersonId> personOf(AccountId account) {
        return jdbc.sql("select person from registry.account_link where account = :account")
                .param("account", account.value())
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    public Optional<PersonId> personOf(String personalNumber) {
        return jdbc.sql("select id from registry.person where personal_number = :number")
                .param("number", personalNumber)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    public Optional<Persons.Identified> identified(String personalNumber, LocalDate birthDate) {
        return jdbc.sql("""
                select p.id, r.full_name
                from registry.person p
                join registry.person_record r on r.person = p.id and r.valid @> cast(:today as date)
                where p.personal_number = :number and r.birth_date = :birth
                """)
                .param("number", personalNumber)
                .param("birth", birthDate)
                .param("today", LocalDate.now(clock))
                .query((row, index) -> new Persons.Identified(
                        new PersonId(row.getObject("id", UUID.class)), row.getString("full_name")))
                .optional();
    }

    /** The person of an account and the person it acts for, if it acts for one; of a business there is no record here. */
    List<PersonRecord> selfAndRepresented(AccountId account, PartyId party) {
        return jdbc.sql("""
                with asked as (
                    select person, true as is_self from registry.account_link where account = :account
                    union all
                    select id, false from registry.person where id = :party
                )
                """ + RECORDS.formatted("asked"))
                .param("account", account.value())
                .param("party", party.value())
                .param("today", LocalDate.now(clock))
                .query(DataClassRowMapper.newInstance(PersonRecord.class))
                .list();
    }

    /** Whoever stands at the desk, as {@code isSelf}, and the person they speak for, if it is another; of a business there is no record here. */
    List<PersonRecord> presentAndRepresented(@Nullable PartyId present, PartyId party) {
        return jdbc.sql("""
                with asked as (
                    select id as person, true as is_self from registry.person where id = cast(:present as uuid)
                    union all
                    select id, false from registry.person where id = :party
                )
                """ + RECORDS.formatted("asked"))
                .param("present", present == null ? null : present.value().toString())
                .param("party", party.value())
                .param("today", LocalDate.now(clock))
                .query(DataClassRowMapper.newInstance(PersonRecord.class))
                .list();
    }

    /** The person of an account and the spouse in the same household: the only people whose data that account may be offered. */
    public List<PersonRecord> selfAndSpouse(AccountId account) {
        return jdbc.sql("""
                with self as (
                    select person from registry.account_link where account = :account
                ), couple as (
                    select self.person, true as is_self from self
                    union all
                    select other.person, false
                    from self
                    join registry.household_member mine
                        on mine.person = self.person and mine.valid @> :today::date
                        and mine.relation in ('head', 'spouse')
                    join registry.household_member other
                        on other.household = mine.household and other.person <> mine.person
                        and other.valid @> :today::date and other.relation in ('head', 'spouse')
                )
                """ + RECORDS.formatted("couple"))
                .param("account", account.value())
                .param("today", LocalDate.now(clock))
                .query(DataClassRowMapper.newInstance(PersonRecord.class))
                .list();
    }
}
