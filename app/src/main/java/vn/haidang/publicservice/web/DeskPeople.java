package vn.haidang.publicservice.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Reception;
import vn.haidang.publicservice.internal.DeskRights;
import vn.haidang.registry.BusinessId;
import vn.haidang.registry.Businesses;
import vn.haidang.registry.Persons;
import vn.haidang.ui.FieldError;

/**
 * Finds or records whoever stands at the desk, and in whose name they came. Nothing is recorded before everything typed holds; that
 * somebody may speak for another is never recorded here, only said of this dossier.
 */
@Component
class DeskPeople {

    private static final String SOURCE = "counter";
    private static final String PURPOSE = "publicservice/identify-at-desk";
    private static final String ERROR = "publicservice.reception.error.";

    private final Persons persons;
    private final Businesses businesses;
    private final DeskRights rights;
    private final Clock clock;

    DeskPeople(Persons persons, Businesses businesses, DeskRights rights, Clock clock) {
        this.persons = persons;
        this.businesses = businesses;
        this.rights = rights;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Found {

        record People(Reception.Represented represented) implements Found {}

        record Unknown(ReceptionForm form, List<FieldError> errors) implements Found {}
    }

    /** Somebody the registers have. */
    private record Known(PartyId party, String name) {}

    /** A number nobody is known by is recorded in a second turn; another birth date than the recorded one is refused. */
    Found find(ReceptionForm form, Reader officer) {
        RepresentedForm other = form.represented();
        List<FieldError> errors = new ArrayList<>();
        LocalDate birth = form.birth().date().orElseThrow();
        Known present = person(form.number(), birth, officer);
        boolean anew = present == null && unknown(form.number(), "birth", errors);
        if (anew) {
            errors.addAll(form.record() ? form.recordErrors() : asked("name", "unknown"));
        }
        Known represented = other.oneself() ? present : represented(other, officer);
        boolean otherAnew = !other.oneself()
                && represented == null
                && (other.business() || unknown(other.number(), "for-birth", errors));
        if (otherAnew) {
            errors.addAll(
                    other.record()
                            ? other.recordErrors()
                            : asked("for-name", other.business() ? "for-unknown-business" : "for-unknown"));
        }
        boolean shown = other.oneself()
                || (present != null
                        && represented != null
                        && rights.known(present.party(), represented.party(), other.basis(), form.service()));
        if (!shown && other.proof().isEmpty()) {
            errors.add(FieldError.of("for-proof", ERROR + "for-proof"));
        }
        if (!errors.isEmpty()) {
            return new Found.Unknown(form.recording(anew, otherAnew), errors);
        }
        Known here = present == null ? recorded(form, birth, officer) : present;
        if (other.oneself()) {
            return new Found.People(Reception.Represented.oneself(here.party(), here.name()));
        }
        Known whose = represented == null ? recorded(other, officer) : represented;
        return new Found.People(new Reception.Represented(
                whose.party(),
                whose.name(),
                other.business() ? Mandate.Kind.BUSINESS : Mandate.Kind.PERSON,
                new Mandate.Spokesperson(here.party(), here.name(), other.basis()),
                shown ? null : other.proof()));
    }

    private @Nullable Known person(String number, LocalDate birth, Reader officer) {
        return persons.identified(number, birth, officer.actor(), PURPOSE)
                .map(person -> new Known(new PartyId(person.id().value()), person.fullName()))
                .orElse(null);
    }

    private @Nullable Known represented(RepresentedForm other, Reader officer) {
        if (!other.business()) {
            return person(other.number(), other.birth().date().orElseThrow(), officer);
        }
        Optional<BusinessId> known = businesses.byNumber(other.number());
        return known.map(id ->
                        new Known(new PartyId(id.value()), businesses.name(id).orElse(other.number())))
                .orElse(null);
    }

    /** Whether nobody is known by the number; another birth date than the recorded one is refused. */
    private boolean unknown(String number, String birth, List<FieldError> errors) {
        boolean known = persons.byNumber(number).isPresent();
        if (known) {
            errors.add(FieldError.of(birth, ERROR + "other-birth"));
        }
        return !known;
    }

    private static List<FieldError> asked(String field, String error) {
        return List.of(FieldError.of(field, ERROR + error));
    }

    private Known recorded(ReceptionForm form, LocalDate birth, Reader officer) {
        return recorded(
                form.number(), form.name(), birth, form.sex(), form.phone().isEmpty() ? null : form.phone(), officer);
    }

    private Known recorded(RepresentedForm other, Reader officer) {
        if (!other.business()) {
            LocalDate birth = other.birth().date().orElseThrow();
            return recorded(other.number(), other.name(), birth, other.sex(), null, officer);
        }
        BusinessId id = businesses.record(
                new Businesses.NewBusiness(
                        other.number(), other.name(), other.kind(), null, null, SOURCE, LocalDate.now(clock)),
                officer.actor());
        return new Known(new PartyId(id.value()), other.name());
    }

    private Known recorded(
            String number, String name, LocalDate birth, String sex, @Nullable String phone, Reader officer) {
        var id = persons.record(
                new Persons.NewPerson(number, name, birth, sex, phone, null, null, null, SOURCE), officer.actor());
        return new Known(new PartyId(id.value()), name);
    }
}
