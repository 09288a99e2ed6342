package vn.haidang.publicservice.web;

import vn.haidang.form.FormDefinition;
import vn.haidang.publicservice.Service;
import vn.haidang.ui.Fragment;

/**
 * One question of an application.
 *
 * @param draft the draft it belongs to
 * @param pages the addresses of all its pages as far as they are called for now, and of the check at their end, by blanks
 * @param number which question this is, of {@code of}
 * @param back the question before, else the start
 * @param unsent whether it holds what was typed before a session ended and is not saved
 */
public record QuestionPage(
        Service service,
        String path,
        String draft,
        String pages,
        FormDefinition.Text title,
        Fragment question,
        int number,
        int of,
        String back,
        boolean wrong,
        boolean unsent) {}
