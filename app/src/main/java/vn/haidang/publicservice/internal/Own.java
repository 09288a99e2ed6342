package vn.haidang.publicservice.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.PublicServiceProblems;

/**
 * Which applications are a reader's own now, as a condition over the columns of {@code publicservice.application a} with its
 * parameters: those made in the reader's name or in the name of whom the reader acts for; an authorisation opens only those of its
 * services, handed in since it began. Lists, counts and single applications all use this one.
 */
record Own(String sql, Map<String, Object> parameters) {

    private static final Own NOTHING = new Own("false", Map.of());

    static Own of(Reader reader) {
        Mandate mandate = reader.mandate();
        if (!reader.signedIn()) {
            return NOTHING;
        }
        if (mandate == null || mandate.whole()) {
            return new Own(
                    "a.party = any (:own_party)",
                    Map.of(
                            "own_party",
                            reader.ownParties().stream().map(PartyId::value).toArray(UUID[]::new)));
        }
        var condition = new StringBuilder("a.party = :own_party");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("own_party", mandate.party().value());
        if (!mandate.services().isEmpty()) {
            condition.append(" and a.service_code = any (:own_services)");
            parameters.put("own_services", mandate.services().toArray(String[]::new));
        }
        var since = mandate.since();
        if (since != null) {
            condition.append(" and a.submitted_on >= :own_since");
            parameters.put("own_since", since);
        }
        return new Own("(" + condition + ")", Map.copyOf(parameters));
    }

    /** Somebody who is not signed in owns nothing, and is told the same as about an id that does not exist. */
    static AccountId account(Reader reader) {
        AccountId account = reader.account();
        if (account == null) {
            throw PublicServiceProblems.noSuchApplication();
        }
        return account;
    }

    static PartyId party(Reader reader) {
        PartyId party = reader.party();
        if (party == null) {
            throw PublicServiceProblems.noSuchApplication();
        }
        return party;
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/outside-mandate} */
    static void requireCovered(Reader reader, String service) {
        Mandate mandate = reader.mandate();
        if (mandate != null && !mandate.covers(service)) {
            throw PublicServiceProblems.outsideMandate(mandate.name());
        }
    }
}
