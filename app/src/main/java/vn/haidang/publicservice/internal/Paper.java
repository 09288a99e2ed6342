package vn.haidang.publicservice.internal;

import java.util.Arrays;
import java.util.Optional;
import vn.haidang.document.Documents;

/** The forms of Circular 03/2025/TT-VPCP that an act on an application gives out; 06 and 07 are given out when an official asks. */
enum Paper {
    RECEIPT("01", "form-01-receipt", "TNHS", Documents.Hands.OWN_HAND_IF_ANY),
    SUPPLEMENT_REQUEST("02", "form-02-supplement-request", "YCBS", Documents.Hands.OWN_HAND),
    REFUSAL("03", "form-03-refusal", "TCHS", Documents.Hands.OWN_HAND),
    APOLOGY("04", "form-04-apology", "XLGH", Documents.Hands.LEADER_AND_SEAL),
    STOP_NOTICE("05", "form-05-stop", "DGQ", Documents.Hands.LEADER_AND_SEAL);

    private final String form;
    private final String template;
    private final String kind;
    private final Documents.Hands hands;

    Paper(String form, String template, String kind, Documents.Hands hands) {
        this.form = form;
        this.template = template;
        this.kind = kind;
        this.hands = hands;
    }

    /** Its number in the circular, two digits. */
    String form() {
        return form;
    }

    String template() {
        return template;
    }

    String kind() {
        return kind;
    }

    Documents.Hands hands() {
        return hands;
    }

    static Optional<Paper> of(String form) {
        return Arrays.stream(values()).filter(each -> each.form.equals(form)).findFirst();
    }
}
