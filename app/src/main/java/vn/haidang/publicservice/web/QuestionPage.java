package vn.haidang.publicservice.web;

import vn.haidang.form.FormDefinition;
import vn.haidang.publicservice.Service;
import vn.haidang.ui.Fragment;

/**
 * One question of an application.
 *
 * @param number which question this is, of {@code of}
 * @param back the question before, else the start
 * @param unsent whether it holds what was typed before a session ended and is not saved
 */
public record QuestionPage(
        Service service,
        String path,
        FormDefinition.Text title,
        Fragment question,
        int number,
        int of,
        String back,
        boolean wrong,
        boolean unsent) {}
