package vn.haidang.casework.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A procedure as a table, made of its parts: what it is, the reception, the appraisal. */
final class TimedProcedure {

    private TimedProcedure() {}

    /** Of two steps. {@code appraisal}: what the second step declares besides. */
    static byte[] yaml(String code, String appraisal) {
        return text(code, "", appraisal).getBytes(UTF_8);
    }

    /** The same with what the first step declares besides. */
    static String text(String code, String reception, String appraisal) {
        return head(code) + reception("appraise", reception) + appraisal(appraisal);
    }

    static String head(String code) {
        return """
                procedure: %s
                procedure_name: Cấp phép
                procedure_name_en: Permit
                source: Quyết định 12/QĐ-UBND
                confidence: H
                steps:
                """.formatted(code);
    }

    /** {@code next}: where a case goes that was accepted. */
    static String reception(String next, String more) {
        return """
                  - step: receive
                    step_name: Tiếp nhận
                    step_name_en: Reception
                    role: one-stop-officer
                    unit_rule: receiving
                    %s
                    exits:
                      - {outcome: accept, outcome_name: Nhận, outcome_name_en: Accept, kind: next, to_step: %s,
                         accepts: true}
                      - {outcome: ask-supplement, outcome_name: Bổ sung, outcome_name_en: Supplement, kind: supplement,
                         to_step: receive, needs_reason: true, tells_applicant: true}
                """.formatted(indented(more), next);
    }

    private static String appraisal(String more) {
        return """
                  - step: appraise
                    step_name: Thẩm định
                    step_name_en: Appraisal
                    role: specialist
                    unit_rule: competent
                    %s
                    exits:
                      - {outcome: propose, outcome_name: Xong, outcome_name_en: Done, kind: end, case_outcome: done}
                      - {outcome: return, outcome_name: Trả lại, outcome_name_en: Return, kind: back, to_step: receive,
                         needs_reason: true}
                      - {outcome: ask-supplement, outcome_name: Bổ sung, outcome_name_en: Supplement, kind: supplement,
                         to_step: appraise, needs_reason: true, tells_applicant: true}
                      - {outcome: give-up, outcome_name: Quá hạn, outcome_name_en: Out of time, kind: end, case_outcome: refused}
                """.formatted(indented(more));
    }

    private static String indented(String more) {
        return more.replaceAll("\n *", "\n    ");
    }
}
