package vn.haidang.organization.internal.lists;

import java.util.ArrayList;
import java.util.List;
import vn.haidang.reference.Refusal;
import vn.haidang.reference.TableStream;

/** Electronic codes of provinces in both schemes, by statistical code: {@code gso_code, code_qd20_2020, code_qcvn102_2016}. */
record ElectronicCodes(List<Row> rows, long read, List<Refusal> refusals) {

    /** One province. */
    record Row(String statistical, String present, String former) {}

    private static final String[] COLUMNS = {"gso_code", "code_qd20_2020", "code_qcvn102_2016"};

    static boolean canRead(TableStream table) {
        return table.has(COLUMNS);
    }

    static ElectronicCodes read(TableStream table) {
        var rows = new ArrayList<Row>();
        table.rows(row -> rows.add(new Row(
                row.text("gso_code"),
                row.text("code_qd20_2020"),
                row.optionalText("code_qcvn102_2016").orElse(""))));
        return new ElectronicCodes(rows, table.read(), table.refusals());
    }
}
