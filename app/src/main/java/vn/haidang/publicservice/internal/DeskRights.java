package vn.haidang.publicservice.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Reception;
import vn.haidang.registry.Parties;

/**
 * Whether somebody may be spoken for at a desk. What the registers have is not asked for on paper; what they do not have must be shown
 * on one, whose words stay with the dossier and open nothing else.
 */
@Component
public class DeskRights {

    private final Parties parties;

    DeskRights(Parties parties) {
        this.parties = parties;
    }

    /** Whether the registers have that this person may speak for the party by this right, for this service. */
    public boolean known(PartyId person, PartyId party, Mandate.Basis basis, String service) {
        return parties.rights(person, party).stream().anyMatch(each -> each.basis() == basis && each.covers(service));
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/own-dossier}, {@code publicservice/right-not-shown} */
    void require(Reception.Represented represented, String service, Reader officer) {
        Mandate.Spokesperson spokesperson = represented.spokesperson();
        PartyId self = officer.person();
        if (self != null
                && (self.equals(represented.party())
                        || (spokesperson != null && self.equals(spokesperson.person()))
                        || byLaw(parties.rights(self, represented.party())))) {
            throw PublicServiceProblems.ownDossier();
        }
        if (spokesperson != null
                && represented.proof() == null
                && !known(spokesperson.person(), represented.party(), spokesperson.basis(), service)) {
            throw PublicServiceProblems.rightNotShown();
        }
    }

    private static boolean byLaw(List<Mandate> rights) {
        return rights.stream().anyMatch(each -> each.basis() != Mandate.Basis.AUTHORISED);
    }
}
