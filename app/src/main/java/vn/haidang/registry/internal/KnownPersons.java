package vn.haidang.registry.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.registry.KnownValue;

/** Answers what a reader may know, and journals that it was read. */
@Component
public class KnownPersons {

    private final PersonRows rows;
    private final BusinessRows businesses;
    private final Journal journal;

    KnownPersons(PersonRows rows, BusinessRows businesses, Journal journal) {
        this.rows = rows;
        this.businesses = businesses;
        this.journal = journal;
    }

    /** The names of all there is to know. */
    public List<String> attributes() {
        return Attributes.NAMES;
    }

    public Map<String, KnownValue> known(Reader reader, String purpose) {
        AccountId account = reader.account();
        if (account == null) {
            return Map.of();
        }
        Mandate mandate = reader.mandate();
        return mandate == null ? ofSelf(account, reader, purpose) : ofAnother(account, mandate, reader, purpose);
    }

    private Map<String, KnownValue> ofSelf(AccountId account, Reader reader, String purpose) {
        List<PersonRecord> records = rows.selfAndSpouse(account);
        read(
                reader.actor(),
                purpose,
                records.stream().map(KnownPersons::subject).toList());
        return Attributes.of(records);
    }

    private Map<String, KnownValue> ofAnother(AccountId account, Mandate mandate, Reader reader, String purpose) {
        boolean byOfficer = mandate.basis() == Mandate.Basis.BY_OFFICER;
        List<PersonRecord> records = byOfficer ? atDesk(mandate) : rows.selfAndRepresented(account, mandate.party());
        List<Subject> subjects =
                new ArrayList<>(records.stream().map(KnownPersons::subject).toList());
        Map<String, KnownValue> known = switch (mandate.right()) {
            case GUARDIAN -> Attributes.ofChild(records);
            case BY_OFFICER -> Attributes.ofPresent(records);
            case AUTHORISED, LEGAL_REPRESENTATIVE ->
                mandate.kind() == Mandate.Kind.PERSON
                        ? Attributes.ofPrincipal(records)
                        : Attributes.ofBusiness(records, businesses.published(mandate.party()));
        };
        if (mandate.kind() == Mandate.Kind.BUSINESS) {
            subjects.add(mandate.represented());
        }
        read(byOfficer ? Actor.account(account.value()) : reader.actor(), purpose, subjects);
        return known;
    }

    /** Whoever stands before the officer, and the person they speak for; nothing of the officer. */
    private List<PersonRecord> atDesk(Mandate mandate) {
        Mandate.Spokesperson spokesperson = mandate.spokesperson();
        return rows.presentAndRepresented(spokesperson == null ? null : spokesperson.person(), mandate.party());
    }

    public Map<String, KnownValue> ofParty(PartyId party, Subject dossier, Actor by, String purpose) {
        List<PersonRecord> records = rows.selfAndRepresented(new AccountId(party.value()), party);
        if (records.isEmpty()) {
            return Map.of();
        }
        List<Subject> read =
                new ArrayList<>(records.stream().map(KnownPersons::subject).toList());
        read.add(dossier);
        journal.read(by, purpose, read);
        return records.getFirst().isSelf() ? Attributes.of(records) : Attributes.ofChild(records);
    }

    /** An officer at the desk reads as an officer, so that whoever was read of sees the post and not a representative. */
    private void read(Actor by, String purpose, List<Subject> subjects) {
        if (!subjects.isEmpty()) {
            journal.read(by, purpose, subjects);
        }
    }

    private static Subject subject(PersonRecord record) {
        return new Subject("registry/person", record.person());
    }
}
