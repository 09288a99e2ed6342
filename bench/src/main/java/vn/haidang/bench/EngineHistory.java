package vn.haidang.bench;

/** The history tables that both peers inherited from their common ancestor. */
final class EngineHistory {

    /** Counts ended instances with five ended tasks and seven values. */
    static final String FINISHED = """
            select count(*)
            from act_hi_procinst case_
            where case_.end_time_ is not null
              and 5 = (select count(*) from act_hi_taskinst task
                       where task.proc_inst_id_ = case_.id_ and task.end_time_ is not null)
              and 7 = (select count(*) from act_hi_varinst value_
                       where value_.proc_inst_id_ = case_.id_)
            """;

    private EngineHistory() {}
}
