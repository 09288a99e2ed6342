package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.publicservice.internal.FormUsers;

/**
 * What begins with a form.
 *
 * @param pagesMissing codes of pages that a life event asks for some of its services only and the form does not have
 * @param lacking answers that results of the services name and the form would not ask for; with any of them it is not published
 */
public record FormUsePage(
        List<FormUsers.User> services, List<FormUsers.User> events, List<String> lacking, List<String> pagesMissing) {}
