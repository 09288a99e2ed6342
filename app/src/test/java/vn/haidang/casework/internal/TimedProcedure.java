package vn.haidang.casework.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A procedure of two steps, as a table. */
final class TimedProcedure {

    private TimedProcedure() {}

    /** @param appraisal what the second step declares besides */
    static byte[] yaml(String code, String appraisal) {
        return """
                procedure: %s
                procedure_name: Cấp phép
                procedure_name_en: Permit
                source: Quyết định 12/QĐ-UBND
                confidence: H
                steps:
                  - step: receive
                    step_name: Tiếp nhận
                    step_name_en: Reception
                    role: one-stop-officer
                    unit_rule: receiving
                    exits:
                      - {outcome: accept, outcome_name: Nhận, outcome_name_en: Accept, kind: next, to_step: appraise,
                         accepts: true}
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
                """.formatted(code, appraisal.replaceAll("\n *", "\n    ")).getBytes(UTF_8);
    }
}
