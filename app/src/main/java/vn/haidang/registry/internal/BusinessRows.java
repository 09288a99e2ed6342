package vn.haidang.registry.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.PartyId;
import vn.haidang.organization.UnitId;
import vn.haidang.registry.BusinessId;
import vn.haidang.registry.Businesses.NewBusiness;
import vn.haidang.registry.Businesses.NewRepresentative;
import vn.haidang.registry.PersonId;
import vn.haidang.registry.PublicBusiness;

/** The SQL of businesses and their legal representatives. */
@Component
public class BusinessRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    BusinessRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** False when the number is known. */
    public boolean insert(BusinessId id, NewBusiness business) {
        UnitId seat = business.seat();
        return jdbc.sql("""
                        with added as (
                          insert into registry.business (id, registration_number, recorded_at)
                          values (:id, :number, :now)
                          on conflict (registration_number) do nothing
                          returning id
                        )
                        insert into registry.business_record
                          (id, business, name, kind, unit, street, source, valid, recorded_at)
                        select :record, added.id, :name, :kind, :unit, :street, :source, daterange(:from, null), :now
                        from added
                        """)
                        .param("id", id.value())
                        .param("number", business.registrationNumber())
                        .param("record", next())
                        .param("name", business.name())
                        .param("kind", business.kind())
                        .param("unit", seat == null ? null : seat.value(), java.sql.Types.OTHER)
                        .param("street", business.street())
                        .param("source", business.source())
                        .param("from", business.from())
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** False when this person represents it already in some of the days. */
    public boolean insert(NewRepresentative representative) {
        return jdbc.sql("""
                        insert into registry.business_representative
                          (id, business, person, title, source, valid, recorded_at)
                        values (:id, :business, :person, :title, :source, daterange(:from, :until), :now)
                        on conflict do nothing
                        """)
                        .param("id", next())
                        .param("business", representative.business().value())
                        .param("person", representative.person().value())
                        .param("title", representative.title())
                        .param("source", representative.source())
                        .param("from", representative.from())
                        .param("until", representative.until())
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    public boolean end(BusinessId business, PersonId person, LocalDate from) {
        return jdbc.sql("""
                        update registry.business_representative
                        set valid = daterange(lower(valid), :from)
                        where business = :business and person = :person and valid @> cast(:from as date)
                          and lower(valid) < :from
                        """)
                        .param("business", business.value())
                        .param("person", person.value())
                        .param("from", from)
                        .update()
                == 1;
    }

    public Optional<BusinessId> byNumber(String number) {
        return jdbc.sql("select id from registry.business where registration_number = :number")
                .param("number", number)
                .query((row, index) -> new BusinessId(row.getObject("id", UUID.class)))
                .optional();
    }

    public Optional<BusinessRecord> published(PartyId business) {
        return jdbc.sql("""
                        select b.registration_number, r.name, r.unit, r.street, r.source, lower(r.valid) as as_of
                        from registry.business b
                        join registry.business_record r on r.business = b.id and r.valid @> cast(:today as date)
                        where b.id = :business
                        """)
                .param("business", business.value())
                .param("today", LocalDate.now(clock))
                .query(DataClassRowMapper.newInstance(BusinessRecord.class))
                .optional();
    }

    /**
     * What anybody may be told of the business of a number today: companies, private enterprises and cooperatives. A household business,
     * and whatever has a person's own number, is told of only to itself and to whom represents it. One statement, whatever comes of it.
     */
    public Optional<PublicBusiness> told(String number, Set<PartyId> to) {
        return jdbc.sql("""
                        select b.id, r.name, r.unit, r.street, r.source, lower(r.valid) as as_of,
                          (select string_agg(p.full_name, ', ' order by lower(s.valid), p.full_name)
                            from registry.business_representative s
                            join registry.person_record p on p.person = s.person and p.valid @> cast(:today as date)
                            where s.business = b.id and s.valid @> cast(:today as date)) as representatives,
                          array(select s.person from registry.business_representative s
                            where s.business = b.id and s.valid @> cast(:today as date) order by s.person) as people
                        from registry.business b
                        join registry.business_record r on r.business = b.id and r.valid @> cast(:today as date)
                        where b.registration_number = :number
                          and ((r.kind in ('company', 'private-enterprise', 'cooperative') and length(b.registration_number) <> 12)
                            or b.id = any (:to)
                            or exists (select from registry.business_representative s
                              where s.business = b.id and s.person = any (:to) and s.valid @> cast(:today as date)))
                        """)
                .param("number", number)
                .param("to", to.stream().map(PartyId::value).toArray(UUID[]::new))
                .param("today", LocalDate.now(clock))
                .query((row, index) -> new PublicBusiness(
                        new BusinessId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getObject("unit", UUID.class),
                        row.getString("street"),
                        row.getString("representatives"),
                        Stream.of((UUID[]) row.getArray("people").getArray())
                                .map(PersonId::new)
                                .toList(),
                        row.getString("source"),
                        row.getObject("as_of", LocalDate.class)))
                .optional();
    }

    private UUID next() {
        return UuidCreator.getTimeOrderedEpoch(clock.instant());
    }
}
