package vn.haidang.publicservice.web.own;

import java.util.List;
import vn.haidang.publicservice.internal.own.Consents;

/**
 * What one agreed to.
 *
 * @param oneself whether the reader acts for themselves; nobody agrees for another here
 */
public record ConsentsPage(boolean oneself, List<Consents.Purpose> purposes, List<Consents.Past> past) {}
