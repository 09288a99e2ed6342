package vn.haidang.document.internal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.document.internal.signing.Signatory;
import vn.haidang.document.internal.signing.Signing;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;

/** Who signs what is issued: whoever gives it out, where they may sign at the issuer, then the issuer itself; else it waits. */
@Component
public class Signatures {

    /** The action that lets sign for a unit. */
    public static final String ACTION = "document/sign";

    private final Signing signing;
    private final SignatureRows rows;
    private final Powers powers;
    private final Units units;
    private final JsonMapper json;

    Signatures(Signing signing, SignatureRows rows, Powers powers, Units units, JsonMapper json) {
        this.signing = signing;
        this.rows = rows;
        this.powers = powers;
        this.units = units;
        this.json = json;
    }

    /** Whether documents are signed within the act that gives them out; else all wait. */
    public boolean atOnce() {
        return signing.atOnce();
    }

    /** As {@link Signing#waitsForTime}. */
    public boolean waitForTime() {
        return signing.waitsForTime();
    }

    /** Empty where the reader may not sign there, or its key or the issuer's cannot sign now. */
    public Optional<Signing.Signed> sign(byte[] pdf, Reader signer, String name, UnitId issuer, String address) {
        AccountId account = signer.account();
        if (account == null || !powers.units(signer, ACTION).contains(issuer)) {
            return Optional.empty();
        }
        return signing.sign(
                pdf,
                new Signatory.Person(account, name),
                new Signatory.Organisation(issuer, units.get(issuer).name()),
                address);
    }

    /** In the signer's own name alone. Empty where nobody is signed in, or the key cannot sign now. */
    public Optional<Signing.Signed> byHand(byte[] pdf, Reader signer, String name, UnitId at, String address) {
        AccountId account = signer.account();
        if (account == null) {
            return Optional.empty();
        }
        return signing.byHand(
                pdf,
                new Signatory.Person(account, name),
                new Signatory.Organisation(at, units.get(at).name()),
                address);
    }

    /** Keeps the signatures of a document. */
    public void keep(UUID document, Signing.Signed signed) {
        rows.insert(document, signed.signatures());
    }

    /** Keeps what is needed to sign later. */
    public void wait(UUID document, UnitId issuer, Map<String, String> fields) {
        rows.wait(document, issuer, json.writeValueAsString(fields));
    }
}
