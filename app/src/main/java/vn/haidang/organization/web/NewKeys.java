package vn.haidang.organization.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import vn.haidang.reference.Folding;

/** The key of a new unit, made of what is known of it where nobody typed one: short, readable, never used before. */
final class NewKeys {

    private NewKeys() {}

    static String of(String typed, String kind, String code, String name, LocalDate on) {
        if (!typed.isEmpty()) {
            return typed;
        }
        var what = code.isEmpty() ? Folding.fold(name).replaceAll("[^a-z0-9]+", "-") : code;
        var key = kind + '-' + what + '-' + on.format(DateTimeFormatter.BASIC_ISO_DATE);
        return key.replaceAll("-{2,}", "-").replaceAll("^-|-$", "");
    }
}
