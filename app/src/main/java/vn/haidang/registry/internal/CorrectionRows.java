package vn.haidang.registry.internal;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.organization.UnitId;
import vn.haidang.registry.Keeping;
import vn.haidang.registry.PersonId;

/** The SQL of who keeps what, and of corrected records: the old row ends today, the new one begins. */
@Component
public class CorrectionRows {

    private static final String PERSON = "person.";

    @Language("SQL")
    private static final String NEW_RECORD = """
            with old as (
              select id, full_name, birth_date, sex, phone, email, source, owner, lower(valid) as since
              from registry.person_record where person = :person and valid @> cast(:today as date) for update
            ), same_day as (
              update registry.person_record r
              set full_name = coalesce(:name, r.full_name), birth_date = coalesce(cast(:birth as date), r.birth_date),
                sex = coalesce(:sex, r.sex), phone = coalesce(:phone, r.phone), email = coalesce(:email, r.email)
              from old where r.id = old.id and old.since = :today
            ), ended as (
              update registry.person_record r set valid = daterange(old.since, :today)
              from old where r.id = old.id and old.since < :today
              returning r.id
            )
            insert into registry.person_record
              (id, person, full_name, birth_date, sex, phone, email, source, owner, valid, recorded_at)
            select :id, :person, coalesce(:name, full_name), coalesce(cast(:birth as date), birth_date), coalesce(:sex, sex),
              coalesce(:phone, phone), coalesce(:email, email), source, owner, daterange(:today, null), :now
            from old where exists (select from ended)
            """;

    private static final String NEW_ADDRESS = """
            with old as (
              select id, unit, street, source, lower(valid) as since
              from registry.address where person = :person and valid @> cast(:today as date) for update
            ), same_day as (
              update registry.address r set unit = coalesce(:unit, r.unit), street = coalesce(:street, r.street)
              from old where r.id = old.id and old.since = :today
            ), ended as (
              update registry.address r set valid = daterange(old.since, :today)
              from old where r.id = old.id and old.since < :today
              returning r.id
            )
            insert into registry.address (id, person, unit, street, source, valid, recorded_at)
            select :id, :person, coalesce(:unit, unit), coalesce(:street, street), source, daterange(:today, null), :now
            from old where exists (select from ended)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CorrectionRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<PersonId> personOf(AccountId account) {
        return jdbc.sql("select person from registry.account_link where account = :account")
                .param("account", account.value())
                .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
                .optional();
    }

    /**
     * A unit that is gone keeps nothing. The one it went into whole keeps what it kept; where it was divided, or what became of it is
     * not established, nobody is known to.
     */
    public Map<String, Keeping> keepers(PersonId person) {
        Map<String, Keeping> keepers = new HashMap<>();
        jdbc.sql("""
                        select k.attribute, k.way, k.note, k.note_en, r.sex, coalesce(l.id, s.today) as unit,
                          case when l.id is null then w.unit end as former
                        from registry.keeper k
                        join registry.person_record r on r.person = :person and r.valid @> cast(:today as date)
                        left join registry.address a on a.person = r.person and a.valid @> cast(:today as date)
                        cross join lateral (select coalesce(r.owner, a.unit) as unit) w
                        left join organization.pub_unit_life l on l.id = w.unit and l.valid @> cast(:today as date)
                        left join lateral (
                          select (array_agg(t.today))[1] as today from organization.pub_today t
                          where t.unit = w.unit having count(*) = 1 and bool_and(t.whole)) s on l.id is null
                        """)
                .param("person", person.value())
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    UUID unit = row.getObject("unit", UUID.class);
                    UUID former = row.getObject("former", UUID.class);
                    Keeping keeping = new Keeping(
                            row.getString("attribute"),
                            person,
                            Keeping.Way.of(row.getString("way")),
                            unit == null ? null : new UnitId(unit),
                            former == null ? null : new UnitId(former),
                            row.getString("note"),
                            row.getString("note_en"));
                    keepers.put(keeping.attribute(), keeping);
                    keepers.put(bySex(keeping.attribute(), row.getString("sex")), keeping);
                });
        return Map.copyOf(keepers);
    }

    private static String bySex(String attribute, String sex) {
        String name = name(attribute);
        return (sex.equals("female") ? "wife." : "husband.") + name;
    }

    /** What is recorded of a person today; until the end of the transaction nobody else corrects anything of theirs. */
    public Optional<String> hold(PersonId person, String attribute) {
        jdbc.sql("select id from registry.person where id = :person for update")
                .param("person", person.value())
                .query(UUID.class)
                .optional();
        return jdbc.sql("""
                        select case :name when 'full-name' then r.full_name when 'birth-date' then to_char(r.birth_date, 'YYYY-MM-DD')
                          when 'sex' then r.sex when 'phone' then r.phone when 'email' then r.email
                          when 'residence' then cast(a.unit as text) when 'street' then a.street end as value
                        from registry.person_record r
                        left join registry.address a on a.person = r.person and a.valid @> cast(:today as date)
                        where r.person = :person and r.valid @> cast(:today as date)
                        """)
                .param("name", name(attribute))
                .param("person", person.value())
                .param("today", LocalDate.now(clock))
                .query((row, number) -> Optional.ofNullable(row.getString("value")))
                .optional()
                .flatMap(value -> value);
    }

    /** In how many records there was something to delete. */
    public int eraseReach(PersonId person) {
        return jdbc.sql("""
                        update registry.person_record set phone = null, email = null
                        where person = :person and num_nonnulls(phone, email) > 0
                        """).param("person", person.value()).update();
    }

    private static String name(String attribute) {
        return attribute.startsWith(PERSON) ? attribute.substring(PERSON.length()) : attribute;
    }

    /** For whoever holds the person. */
    public void correct(PersonId person, String attribute, String value) {
        String name = name(attribute);
        switch (name) {
            case "full-name", "birth-date", "sex", "phone", "email" -> record(person, name, value);
            case "residence", "street" -> address(person, name, value);
            default -> throw new IllegalArgumentException("not put right here: " + attribute);
        }
    }

    private void record(PersonId person, String name, String value) {
        jdbc.sql(NEW_RECORD)
                .param("id", PersonId.next(clock).value())
                .param("person", person.value())
                .param("name", only(name, "full-name", value), Types.VARCHAR)
                .param("birth", date(only(name, "birth-date", value)), Types.DATE)
                .param("sex", only(name, "sex", value), Types.VARCHAR)
                .param("phone", only(name, "phone", value), Types.VARCHAR)
                .param("email", only(name, "email", value), Types.VARCHAR)
                .param("today", LocalDate.now(clock))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private void address(PersonId person, String name, String value) {
        String unit = only(name, "residence", value);
        jdbc.sql(NEW_ADDRESS)
                .param("id", PersonId.next(clock).value())
                .param("person", person.value())
                .param("unit", unit == null ? null : UUID.fromString(unit), Types.OTHER)
                .param("street", only(name, "street", value), Types.VARCHAR)
                .param("today", LocalDate.now(clock))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static @Nullable String only(String name, String wanted, String value) {
        return name.equals(wanted) ? value : null;
    }

    private static @Nullable LocalDate date(@Nullable String value) {
        return value == null ? null : LocalDate.parse(value);
    }
}
