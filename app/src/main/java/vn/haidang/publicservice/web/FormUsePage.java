package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.publicservice.internal.FormUsers;

/** What begins with a form. */
public record FormUsePage(List<FormUsers.User> services, List<FormUsers.User> events) {}
