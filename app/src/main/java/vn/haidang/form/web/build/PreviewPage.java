package vn.haidang.form.web.build;

import vn.haidang.form.FormDefinition;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.Screen;

/**
 * One page of a form being written as residents would see it.
 *
 * @param page its code; empty after the last, where all answers are shown
 * @param soFar the answers given so far
 */
public record PreviewPage(FormDefinition form, String page, Fragment shown, String soFar) {

    /** The parameter that carries the answers; no question can be named so. */
    static final String SO_FAR = "_answers";

    public String name() {
        return SO_FAR;
    }

    public String title(Screen screen) {
        return screen.say("form.build.preview.title", form.title().in(screen.english()));
    }

    public String path() {
        return FormDesk.draft(form.code()) + "/preview/" + page;
    }

    public String back() {
        return FormDesk.draft(form.code());
    }
}
