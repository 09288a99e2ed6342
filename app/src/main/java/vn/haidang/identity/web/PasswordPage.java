package vn.haidang.identity.web;

import java.util.List;
import vn.haidang.ui.FieldError;

/** The page on which somebody chooses a password. */
public record PasswordPage(List<FieldError> errors) {}
