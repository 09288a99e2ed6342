package vn.haidang.casework.web.procedure;

import java.util.List;

/** The procedures in force. */
public record ProcedureListPage(List<ProcedureTable> procedures) {}
