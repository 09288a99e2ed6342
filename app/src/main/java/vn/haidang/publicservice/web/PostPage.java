package vn.haidang.publicservice.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.haidang.publicservice.internal.Parcel;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;

/** The post of the desks where an officer works, and what was typed. */
public record PostPage(
        List<Parcel> parcels, List<Option> desks, Map<String, String> typed, LocalDate today, List<FieldError> errors) {

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    public TypedDay day(String field) {
        return TypedDay.of(typed, field);
    }
}
