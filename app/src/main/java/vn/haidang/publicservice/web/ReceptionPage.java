package vn.haidang.publicservice.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.publicservice.Paper;
import vn.haidang.publicservice.Reception;
import vn.haidang.publicservice.Service;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.Option;

/**
 * One reception: where it goes, the form, the papers, handing in.
 *
 * @param receivers who may decide; empty once the form is begun
 * @param proposed the one that decides where the person lives, else the officer's own
 * @param answers null while the form is not begun
 * @param goOn where the form goes on
 */
public record ReceptionPage(
        Reception reception,
        Service service,
        String help,
        String receiving,
        String competent,
        List<Option> receivers,
        String proposed,
        @Nullable Fragment answers,
        String goOn,
        List<CheckPage.Missing> missing,
        List<Paper> papers,
        List<FieldError> errors) {

    public String path() {
        return "/desk/reception/" + reception.id();
    }

    public boolean begun() {
        return answers != null;
    }

    public long noted() {
        return papers.stream().filter(paper -> paper.original() != null).count();
    }

    /** Whether nothing that must be there is missing. */
    public boolean ready() {
        return begun()
                && missing.isEmpty()
                && papers.stream().noneMatch(paper -> paper.required() && paper.original() == null);
    }
}
