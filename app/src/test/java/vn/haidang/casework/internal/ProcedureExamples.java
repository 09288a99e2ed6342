package vn.haidang.casework.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A small procedure as people write it, twice the same. */
final class ProcedureExamples {

    static final String HEADING = """
            procedure,procedure_name,procedure_name_en,work_file,source,confidence,step,step_name,step_name_en,role,unit_rule,\
            duration,four_eyes_group,handler,on_paper,outcome,outcome_name,outcome_name_en,kind,to_step,case_outcome,accepts,\
            needs_reason,tells_applicant,legal_basis
            """;

    private ProcedureExamples() {}

    static byte[] csv(String code, String appraisal) {
        return (HEADING + """
                %s,Cấp bản sao,Certified copy,true,Quyết định 12/QĐ-UBND,H,receive,Tiếp nhận,Reception,one-stop-officer,receiving,\
                1wh,,,,accept,Tiếp nhận hồ sơ,Accept,next,appraise,,true,,true,
                ,,,,,,,,,,,,,,,ask-supplement,Yêu cầu bổ sung,Ask for a supplement,supplement,receive,,,true,true,Điều 7
                ,,,,,,,,,,,,,,,refuse,Từ chối,Refuse,end,,refused,,true,true,
                ,,,,,,appraise,Thẩm định,Appraisal,specialist,competent,%s,decision,,,propose,Trình,Propose,next,approve,,,,,
                ,,,,,,approve,Phê duyệt,Approval,unit-head,competent,2wh,decision,,,approve,Duyệt,Approve,end,,done,,,true,
                ,,,,,,,,,,,,,,,return,Trả lại,Return,back,appraise,,,true,,
                """.formatted(code, appraisal)).getBytes(UTF_8);
    }

    static byte[] yaml(String code, String appraisal) {
        return """
                procedure: %s
                procedure_name: Cấp bản sao
                procedure_name_en: Certified copy
                work_file: true
                source: Quyết định 12/QĐ-UBND
                confidence: H
                steps:
                  - step: receive
                    step_name: Tiếp nhận
                    step_name_en: Reception
                    role: one-stop-officer
                    unit_rule: receiving
                    duration: 1wh
                    exits:
                      - {outcome: accept, outcome_name: Tiếp nhận hồ sơ, outcome_name_en: Accept, kind: next, to_step: appraise,
                         accepts: true, tells_applicant: true}
                      - {outcome: ask-supplement, outcome_name: Yêu cầu bổ sung, outcome_name_en: Ask for a supplement,
                         kind: supplement, to_step: receive, needs_reason: true, tells_applicant: true, legal_basis: Điều 7}
                      - {outcome: refuse, outcome_name: Từ chối, outcome_name_en: Refuse, kind: end, case_outcome: refused,
                         needs_reason: true, tells_applicant: true}
                  - step: appraise
                    step_name: Thẩm định
                    step_name_en: Appraisal
                    role: specialist
                    unit_rule: competent
                    duration: %s
                    four_eyes_group: decision
                    exits:
                      - {outcome: propose, outcome_name: Trình, outcome_name_en: Propose, kind: next, to_step: approve}
                  - step: approve
                    step_name: Phê duyệt
                    step_name_en: Approval
                    role: unit-head
                    unit_rule: competent
                    duration: 2wh
                    four_eyes_group: decision
                    exits:
                      - {outcome: approve, outcome_name: Duyệt, outcome_name_en: Approve, kind: end, case_outcome: done,
                         tells_applicant: true}
                      - {outcome: return, outcome_name: Trả lại, outcome_name_en: Return, kind: back, to_step: appraise,
                         needs_reason: true}
                """.formatted(code, appraisal).getBytes(UTF_8);
    }
}
