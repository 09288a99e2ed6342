package vn.haidang.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.registry.internal.CorrectionRows;
import vn.haidang.ui.Problem;

/**
 * Putting right what is known of a person. Only the person's own record is theirs to have corrected, and a child's by whoever
 * represents it by law: what is known of a spouse, or of whoever gave an authorisation, is for those people to correct.
 */
@Component
public class Corrections {

    private static final Set<String> REACH = Set.of("person.phone", "person.email");

    private final CorrectionRows rows;
    private final Journal journal;

    Corrections(CorrectionRows rows, Journal journal) {
        this.rows = rows;
        this.journal = journal;
    }

    /**
     * Who keeps what this reader may have corrected, by attribute as {@link Persons#known} names it; an attribute of somebody else is
     * left out; at the desk, whoever speaks for a business is asked of themselves. {@code wife} and {@code husband} are there where they are the person themselves.
     */
    public Map<String, Keeping> keepers(Reader reader) {
        Mandate mandate = reader.mandate();
        var account = reader.account();
        if (account == null || (mandate != null && mandate.right() == Mandate.Basis.AUTHORISED)) {
            return Map.of();
        }
        if (mandate == null) {
            return ofAccount(account);
        }
        boolean byOfficer = mandate.basis() == Mandate.Basis.BY_OFFICER;
        Map<String, Keeping> own = byOfficer ? ofSpokesperson(mandate) : ofAccount(account);
        Map<String, Keeping> keepers = mandate.kind() == Mandate.Kind.BUSINESS
                ? own
                : ofPerson(mandate, rows.keepers(new PersonId(mandate.party().value())), own);
        return byOfficer ? byCase(keepers) : keepers;
    }

    private static Map<String, Keeping> ofPerson(
            Mandate mandate, Map<String, Keeping> theirs, Map<String, Keeping> own) {
        return mandate.right() == Mandate.Basis.BY_OFFICER ? theirs : ofChild(theirs, own);
    }

    private Map<String, Keeping> ofSpokesperson(Mandate mandate) {
        Mandate.Spokesperson spokesperson = mandate.spokesperson();
        return spokesperson == null
                ? Map.of()
                : rows.keepers(new PersonId(spokesperson.person().value()));
    }

    private Map<String, Keeping> ofAccount(AccountId account) {
        return rows.personOf(account).map(rows::keepers).orElse(Map.of());
    }

    /** What is known as a child's phone and e-mail is that of whoever acts for it. */
    private static Map<String, Keeping> ofChild(Map<String, Keeping> child, Map<String, Keeping> guardian) {
        Map<String, Keeping> keepers = new HashMap<>(child);
        keepers.values().removeIf(keeping -> REACH.contains(keeping.attribute()));
        REACH.forEach(attribute -> {
            Keeping own = guardian.get(attribute);
            if (own != null) {
                keepers.put(attribute, own);
            }
        });
        return Map.copyOf(keepers);
    }

    /** What an officer writes down is not the person's own word, so that it is looked at like everything else. */
    private static Map<String, Keeping> byCase(Map<String, Keeping> theirs) {
        Map<String, Keeping> keepers = new HashMap<>(theirs);
        keepers.replaceAll((attribute, keeping) -> keeping.way() == Keeping.Way.OWN ? keeping.byCase() : keeping);
        return Map.copyOf(keepers);
    }

    /**
     * Records from today on that an attribute has this value; what was recorded before stays for its time. Whoever corrects the same
     * person at the same time waits; what is right already stays as it is.
     *
     * @param attribute as {@link Keeping#attribute()} names it
     * @param known what was recorded when somebody decided so, null where nobody had to decide
     * @throws vn.haidang.ui.ProblemException {@code registry/recorded-otherwise} when something else is recorded by now
     * @throws IllegalArgumentException for an attribute that is not put right here
     */
    @Transactional
    public void apply(
            PersonId person, String attribute, @Nullable String known, String value, String reason, Actor by) {
        @Nullable String recorded = rows.hold(person, attribute).orElse(null);
        if (value.equals(recorded)) {
            return;
        }
        if (known != null && !known.equals(recorded)) {
            throw Problem.of("registry/recorded-otherwise", 409).exception();
        }
        rows.correct(person, attribute, value);
        Act act = Act.of("registry/person-corrected", by).on(new Subject("registry/person", person.value()));
        if (REACH.contains(attribute)) {
            act.on(reach(person));
        }
        journal.act(act.changed(attribute, recorded, value).because(reason));
    }

    /**
     * Deletes the phone number and the e-mail address of a person, of today and of before, and forgets their values in the journal.
     *
     * @return how many values there were
     */
    @Transactional
    public int eraseReach(PersonId person, String reason, Actor by) {
        int values = rows.eraseReach(person);
        if (values > 0) {
            journal.forget(reach(person));
            journal.act(Act.of("registry/reach-erased", by)
                    .on(new Subject("registry/person", person.value()))
                    .changed("values", null, values)
                    .because(reason));
        }
        return values;
    }

    /** Names what the journal says of phone and e-mail alone, so that it can be forgotten alone. */
    private static Subject reach(PersonId person) {
        return new Subject("registry/reach", person.value());
    }
}
