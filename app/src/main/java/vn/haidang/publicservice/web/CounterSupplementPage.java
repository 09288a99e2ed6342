package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.publicservice.internal.CounterSupplements.Asked;
import vn.haidang.ui.FieldError;

/** What was asked for, and what was typed. */
public record CounterSupplementPage(Asked asked, String note, List<FieldError> errors) {

    public String path() {
        return "/desk/reception/" + asked.reception().id();
    }
}
