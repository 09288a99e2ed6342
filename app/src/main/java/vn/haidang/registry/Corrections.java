package vn.haidang.registry;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.registry.internal.CorrectionRows;

/**
 * Putting right what is known of a person. Only the person's own record is theirs to have corrected, and a child's by whoever
 * represents it by law: what is known of a spouse, or of whoever gave an authorisation, is for those people to correct.
 */
@Component
public class Corrections {

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
        if (mandate != null && mandate.kind() == Mandate.Kind.PERSON) {
            return rows.keepers(new PersonId(mandate.party().value()));
        }
        Mandate.Spokesperson spokesperson = mandate == null ? null : mandate.spokesperson();
        return spokesperson == null
                ? rows.personOf(account).map(rows::keepers).orElse(Map.of())
                : rows.keepers(new PersonId(spokesperson.person().value()));
    }

    /**
     * Records from today on that an attribute has this value; what was recorded before stays for its time.
     *
     * @param attribute as {@link Keeping#attribute()} names it
     * @throws IllegalArgumentException for an attribute that is not put right here
     */
    @Transactional
    public void apply(PersonId person, String attribute, String value, String reason, Actor by) {
        rows.correct(person, attribute, value);
        journal.act(Act.of("registry/person-corrected", by)
                .on(new Subject("registry/person", person.value()))
                .changed(attribute, null, value)
                .because(reason));
    }
}
