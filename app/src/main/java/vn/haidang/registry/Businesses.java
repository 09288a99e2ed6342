package vn.haidang.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.registry.internal.BusinessRecord;
import vn.haidang.registry.internal.BusinessRows;
import vn.haidang.ui.Problem;

/** The businesses the city knows, with who represents them by law. */
@Component
public class Businesses {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{10}(-[0-9]{3})?|[0-9]{12}");

    /**
     * A business to record.
     *
     * @param registrationNumber registration number and tax code in one (Law on Enterprises 59/2020/QH14, art. 29)
     * @param kind {@code company}, {@code private-enterprise}, {@code cooperative}, {@code household} or {@code other}
     * @param seat the commune it sits in, null where the register does not say
     * @param source the register it comes from, a code with the message {@code registry.source.<code>}
     * @param from first day on which this holds
     */
    public record NewBusiness(
            String registrationNumber,
            String name,
            String kind,
            @Nullable UnitId seat,
            @Nullable String street,
            String source,
            LocalDate from) {}

    /**
     * Somebody who represents a business by law.
     *
     * @param until first day on which they do no more, null while that is open
     */
    public record NewRepresentative(
            BusinessId business,
            PersonId person,
            String title,
            String source,
            LocalDate from,
            @Nullable LocalDate until) {}

    private final BusinessRows rows;
    private final Journal journal;
    private final Clock clock;

    Businesses(BusinessRows rows, Journal journal, Clock clock) {
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws vn.haidang.ui.ProblemException {@code registry/business-number}, {@code registry/business-known} */
    @Transactional
    public BusinessId record(NewBusiness business, Actor by) {
        if (!NUMBER.matcher(business.registrationNumber()).matches()) {
            throw Problem.of("registry/business-number", 422, business.registrationNumber())
                    .exception();
        }
        BusinessId id = BusinessId.next(clock);
        if (!rows.insert(id, business)) {
            throw Problem.of("registry/business-known", 409).exception();
        }
        journal.act(Act.of("registry/business-recorded", by).on(subject(id)).because(business.source()));
        return id;
    }

    /** @throws vn.haidang.ui.ProblemException {@code registry/represents-already} in some of these days */
    @Transactional
    public void represent(NewRepresentative representative, Actor by) {
        if (!rows.insert(representative)) {
            throw Problem.of("registry/represents-already", 409).exception();
        }
        journal.act(Act.of("registry/representative-recorded", by)
                .on(subject(representative.business()))
                .on(new Subject("registry/person", representative.person().value()))
                .because(representative.source()));
    }

    /** Whoever represents the business on this day does so no more from it on; false when they did not. */
    @Transactional
    public boolean endRepresentation(BusinessId business, PersonId person, LocalDate from, String source, Actor by) {
        boolean ended = rows.end(business, person, from);
        if (ended) {
            journal.act(Act.of("registry/representative-ended", by)
                    .on(subject(business))
                    .on(new Subject("registry/person", person.value()))
                    .because(source));
        }
        return ended;
    }

    /** The business of a registration number, as a reference only. */
    public Optional<BusinessId> byNumber(String registrationNumber) {
        return rows.byNumber(registrationNumber);
    }

    /** Its name today in its register, which is published (Law on Enterprises 59/2020/QH14, art. 32 and 33); empty where there is none. */
    public Optional<String> name(BusinessId business) {
        return rows.published(new PartyId(business.value())).map(BusinessRecord::name);
    }

    /**
     * What this reader may be told of the business of a registration number, however it was typed: what its register publishes of a
     * company, private enterprise or cooperative (Law on Enterprises 59/2020/QH14, art. 32 and 33); of a household business only its own
     * record, and so of a twelve-digit number, which is a person's. Anything else, and a business that has ended, is answered alike. The
     * caller journals the reading.
     */
    public Optional<PublicBusiness> told(String registrationNumber, Reader reader) {
        Set<PartyId> to = new HashSet<>(reader.ownParties());
        Mandate mandate = reader.mandate();
        if (mandate != null && mandate.right() != Mandate.Basis.AUTHORISED) {
            to.add(mandate.party());
        }
        return rows.told(registrationNumber, to);
    }

    private static Subject subject(BusinessId id) {
        return new Subject("registry/business", id.value());
    }
}
