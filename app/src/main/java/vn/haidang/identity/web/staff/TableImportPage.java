package vn.haidang.identity.web.staff;

import java.util.List;
import org.springframework.http.HttpStatus;
import vn.haidang.reference.Refusal;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;

/** A page on which a table is handed in, with every line of the last one that was refused. */
public record TableImportPage(Words words, String fileName, List<Refusal> refusals, List<FieldError> errors) {

    /**
     * What sets one such page apart from another.
     *
     * @param path the list it belongs to; the table goes to {@code import} below it
     * @param title key of a message, as the next two
     * @param lead what a line is
     * @param rules what stands in the columns
     */
    public record Words(String path, String title, String lead, String rules, List<String> columns) {}

    static PageView view(Words words, String fileName, List<Refusal> refusals, List<FieldError> errors) {
        var page = new PageView("identity/tableImport", new TableImportPage(words, fileName, refusals, errors));
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    static PageView empty(Words words) {
        return view(words, "", List.of(), List.of());
    }

    static PageView missing(Words words) {
        return view(words, "", List.of(), List.of(FieldError.of("file", "identity.staff.import.file.missing")));
    }

    static PageView refused(Words words, String fileName, List<Refusal> refusals) {
        return view(
                words, fileName, refusals, List.of(FieldError.of("file", "identity.staff.import.refused", fileName)));
    }
}
