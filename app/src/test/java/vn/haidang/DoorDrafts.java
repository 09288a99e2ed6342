package vn.haidang;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import vn.haidang.casework.internal.ProcedureDrafts;
import vn.haidang.casework.internal.ProcedureFiles;
import vn.haidang.casework.internal.Procedures;
import vn.haidang.form.internal.build.FormDrafts;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;

/** What administrators are writing in the city of doors: a procedure and a form, both under the same code. */
final class DoorDrafts {

    private static final String FORM = """
            form: <code>
            version: 1
            title: 'Thử | Trial'
            pages:
              - page: one
                title: 'Một | One'
                fields:
                  - {name: one.text, kind: text, label: 'Chữ | Text'}
            """;

    private DoorDrafts() {}

    static void write(String code, ApplicationContext context) {
        var shipped = context.getBean(Procedures.class).find("standard", 1).orElseThrow();
        var file = context.getBean(ProcedureFiles.class).yaml(shipped).replace("\"standard\"", "\"" + code + "\"");
        context.getBean(ProcedureDrafts.class)
                .take("door.yml", file.getBytes(StandardCharsets.UTF_8), Reader.ANONYMOUS);
        var writer = new Reader(AccountId.next(context.getBean(MovableClock.class)), "Vũ Thị Cửa", Set.of());
        context.getBean(FormDrafts.class).take(FORM.replace("<code>", code), writer);
    }
}
