package vn.haidang.organization.web;

import java.util.List;
import vn.haidang.reference.Refusal;

/**
 * A file to hand in.
 *
 * @param columns the file must have
 * @param file name of the file that was handed in, empty for none
 */
public record ImportPage(Typed typed, List<String> columns, String file, List<Refusal> refusals) {}
