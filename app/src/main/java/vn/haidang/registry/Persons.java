package vn.haidang.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.registry.internal.KnownPersons;
import vn.haidang.registry.internal.PersonRows;

/** The persons, households and addresses the city knows, and the results that were given to them. */
@Component
public class Persons {

    /**
     * A person to record.
     *
     * @param personalNumber the 12-digit personal identification number (Law on Identification 26/2023/QH15)
     * @param sex {@code female} or {@code male}
     * @param source the register it comes from, a code with the message {@code registry.source.<code>}
     */
    public record NewPerson(
            String personalNumber,
            String fullName,
            LocalDate birthDate,
            String sex,
            @Nullable String phone,
            @Nullable String email,
            @Nullable UnitId residence,
            @Nullable String street,
            String source) {}

    /**
     * A result to be kept and reused.
     *
     * @param party the account, person or business it was given to
     */
    public record NewResult(PartyId party, String kind, String number, LocalDate issuedOn, UUID file, String source) {}

    private final PersonRows rows;
    private final KnownPersons knownPersons;
    private final Accounts accounts;
    private final Journal journal;

    Persons(PersonRows rows, KnownPersons knownPersons, Accounts accounts, Journal journal) {
        this.rows = rows;
        this.knownPersons = knownPersons;
        this.accounts = accounts;
        this.journal = journal;
    }

    /** @throws vn.haidang.ui.ProblemException {@code registry/person-known} when the number is already recorded */
    @Transactional
    public PersonId record(NewPerson person, Actor by) {
        PersonId id = rows.insert(person);
        journal.act(Act.of("registry/person-recorded", by).on(subject(id)).because(person.source()));
        return id;
    }

    /** Puts a head of household and their spouse, if any, under one roof. */
    @Transactional
    public void household(PersonId head, @Nullable PersonId spouse, UnitId residence, String source, Actor by) {
        UUID household = rows.insertHousehold(residence, source);
        rows.insertMember(household, head, "head");
        Act act = Act.of("registry/household-recorded", by).on(subject(head)).because(source);
        if (spouse != null) {
            rows.insertMember(household, spouse, "spouse");
            act.on(subject(spouse));
        }
        journal.act(act);
    }

    public boolean inHousehold(PersonId person) {
        return rows.inHousehold(person);
    }

    /** Says that an account belongs to a person; one account is one person's and the other way round. */
    @Transactional
    public void link(PersonId person, AccountId account, Actor by) {
        rows.insertLink(person, account);
        accounts.belongs(account, new PartyId(person.value()));
        journal.act(Act.of("registry/account-linked", by)
                .on(subject(person))
                .on(new Subject("identity/account", account.value())));
    }

    public Optional<PersonId> of(AccountId account) {
        return rows.personOf(account);
    }

    /** The person of a personal identification number, as a reference only; nothing of theirs is told. */
    public Optional<PersonId> byNumber(String personalNumber) {
        return rows.personOf(personalNumber);
    }

    /** Whoever stands at a desk with a paper that names them. */
    public record Identified(PersonId id, String fullName) {}

    /**
     * The person whose number and birth date an official read off a paper; empty where either is another. The look is journaled.
     *
     * @param purpose as the journal names it
     */
    @Transactional
    public Optional<Identified> identified(String personalNumber, LocalDate birthDate, Actor by, String purpose) {
        Optional<Identified> found = rows.identified(personalNumber, birthDate);
        found.ifPresent(person -> journal.read(by, purpose, List.of(subject(person.id()))));
        return found;
    }

    /**
     * What the signed-in person may know of these attributes: their own record and, for name, birth date, sex and number, that of the
     * spouse in their household; never anyone else's because a number was typed. The read is journaled with its purpose.
     *
     * <p>Whoever acts for a child knows the child's record as {@code person}, with their own phone and e-mail; whoever was authorised by
     * a person knows that person's name; whoever acts for a business knows what its register publishes, as {@code business.name},
     * {@code .registration-number}, {@code .residence}, {@code .street}, and is {@code person} themselves. Nobody acting for another is
     * told of a spouse. An officer who puts a dossier down for somebody at the desk knows that person's record as {@code person}.
     *
     * <p>Attributes: {@code person|spouse|wife|husband} {@code .full-name|.birth-date|.sex|.personal-number}, and {@code person}
     * {@code .phone|.email|.residence|.street}; {@code wife} and {@code husband} are the reader and the spouse by sex. Dates are ISO,
     * {@code person.residence} is the id of a unit.
     */
    @Transactional
    public Map<String, KnownValue> known(Reader reader, Collection<String> attributes, String purpose) {
        return knownPersons.known(reader, purpose).entrySet().stream()
                .filter(known -> attributes.contains(known.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The names of all attributes that {@link #known(Reader, Collection, String)} answers. */
    public List<String> attributes() {
        return knownPersons.attributes();
    }

    /** All of what {@link #known(Reader, Collection, String)} may tell. */
    @Transactional
    public Map<String, KnownValue> known(Reader reader, String purpose) {
        return Map.copyOf(knownPersons.known(reader, purpose));
    }

    /**
     * What is known of whom a dossier is about, for an official who decides it and looks here instead of asking for a paper. The
     * caller has asked whether the official may; the read is journaled with its purpose and what it was for.
     *
     * @param dossier what it is looked up for, as the journal names it
     */
    @Transactional
    public Map<String, KnownValue> ofParty(
            PartyId party, Collection<String> attributes, Subject dossier, Actor by, String purpose) {
        return knownPersons.ofParty(party, dossier, by, purpose).entrySet().stream()
                .filter(known -> attributes.contains(known.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Subject subject(PersonId person) {
        return new Subject("registry/person", person.value());
    }
}
