package vn.haidang.document.web;

import java.util.List;
import vn.haidang.document.internal.TemplateDrafts;
import vn.haidang.ui.FieldError;

/**
 * One template as it is edited.
 *
 * @param done what was just done to it, empty for nothing
 */
public record TemplatePage(TemplateDrafts.Edited edited, String done, List<FieldError> errors) {

    /** As it is written into the text; groups are told apart. */
    public static String written(String field) {
        if (field.endsWith("/")) {
            return "{{each " + field.substring(0, field.length() - 1) + "}} ... {{end}}";
        }
        return "{{" + field.substring(field.indexOf('/') + 1) + "}}";
    }

    /** The group a field belongs to; empty for none. */
    public static String group(String field) {
        int slash = field.indexOf('/');
        return slash < 0 || slash == field.length() - 1 ? "" : field.substring(0, slash);
    }
}
