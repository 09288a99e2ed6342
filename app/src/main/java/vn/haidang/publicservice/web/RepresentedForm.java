package vn.haidang.publicservice.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.haidang.identity.Mandate;
import vn.haidang.ui.FieldError;

/**
 * For whom somebody came to the desk, as typed.
 *
 * @param acting one of {@link #WAYS}
 * @param number the personal number of a person, the registration number of a business
 * @param proof the paper that shows the right, where the registers do not have it
 * @param record whether nobody is known by the number, so that name and kind are typed, too
 */
public record RepresentedForm(
        String acting,
        String number,
        TypedDay birth,
        String proof,
        boolean record,
        String name,
        String sex,
        String kind) {

    static final String ONESELF = "oneself";

    static final List<String> WAYS =
            List.of(ONESELF, "guardian", "authorised", "legal-representative", "authorised-business");

    static final List<String> KINDS = List.of("company", "private-enterprise", "cooperative", "household", "other");

    private static final String ERROR = "publicservice.reception.error.";

    static RepresentedForm of(Map<String, String> asked) {
        String acting = asked.getOrDefault("for", ONESELF);
        return new RepresentedForm(
                WAYS.contains(acting) ? acting : ONESELF,
                ReceptionForm.text(asked, "for-number").replace(" ", ""),
                TypedDay.of(asked, "for-birth"),
                ReceptionForm.text(asked, "for-proof"),
                asked.containsKey("for-record"),
                ReceptionForm.text(asked, "for-name"),
                ReceptionForm.text(asked, "for-sex"),
                ReceptionForm.text(asked, "for-kind"));
    }

    /** The same, with whether whoever it is is to be recorded. */
    RepresentedForm recording(boolean unknown) {
        return new RepresentedForm(acting, number, birth, proof, unknown, name, sex, kind);
    }

    public boolean oneself() {
        return acting.equals(ONESELF);
    }

    public boolean business() {
        return acting.equals("legal-representative") || acting.equals("authorised-business");
    }

    Mandate.Basis basis() {
        return acting.equals("authorised-business") ? Mandate.Basis.AUTHORISED : Mandate.Basis.of(acting);
    }

    /** @param present the number of whoever stands at the desk */
    List<FieldError> errors(String present) {
        List<FieldError> errors = new ArrayList<>();
        if (oneself()) {
            add(errors, !number.isEmpty(), "for");
            return errors;
        }
        add(errors, !number.matches(business() ? "[0-9]{10}(-[0-9]{3})?|[0-9]{12}" : "[0-9]{12}"), numberError());
        if (!business()) {
            add(errors, number.equals(present) && !number.isEmpty(), "for-same");
            add(errors, birth.date().isEmpty(), "for-birth");
        }
        return errors;
    }

    /** What of somebody is wrong whom nobody is known as. */
    List<FieldError> recordErrors() {
        List<FieldError> errors = new ArrayList<>();
        add(errors, name.isEmpty(), business() ? "for-business-name" : "for-name");
        add(errors, !business() && !Set.of("female", "male").contains(sex), "for-sex");
        add(errors, business() && !KINDS.contains(kind), "for-kind");
        return errors;
    }

    private String numberError() {
        return business() ? "for-business" : "for-number";
    }

    /** The field an error of one name stands at. */
    private static String field(String error) {
        return switch (error) {
            case "for-business", "for-same" -> "for-number";
            case "for-business-name" -> "for-name";
            default -> error;
        };
    }

    private static void add(List<FieldError> errors, boolean wrong, String error) {
        if (wrong) {
            errors.add(FieldError.of(field(error), ERROR + error));
        }
    }
}
