package vn.haidang.publicservice.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import vn.haidang.form.FormChange;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.FormUsers;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.spi.Consequence;

/**
 * Tells which services and life events would begin with a new version of a form, and refuses one without an answer that a result of
 * theirs names.
 */
@Component
class FormUse implements Consequence<FormChange> {

    private final FormUsers users;

    FormUse(FormUsers users) {
        this.users = users;
    }

    @Override
    public Class<FormChange> change() {
        return FormChange.class;
    }

    @Override
    public Outlook outlook(FormChange change, HttpServletRequest request) {
        String form = change.after().code();
        var page = new FormUsePage(
                users.services(form),
                users.lifeEvents(form),
                users.lacking(change.after()),
                users.pagesMissing(change.after()));
        int moved = page.services().size() + page.events().size();
        return moved == 0
                ? Outlook.NOTHING
                : new Outlook(moved, Integer.toHexString(page.hashCode()), new Fragment("publicservice/formUse", page));
    }

    @Override
    public void settle(FormChange change, boolean move, HttpServletRequest request) {
        // what is begun from now on asks for the version in force by itself
        var lacking = users.lacking(change.after());
        if (!lacking.isEmpty()) {
            throw PublicServiceProblems.resultNeeds(String.join(", ", lacking));
        }
    }
}
