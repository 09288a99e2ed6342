package vn.haidang.identity.web;

import java.util.List;
import vn.haidang.ui.FieldError;

/**
 * The page with username and password.
 *
 * @param next path to go to afterwards, empty for the usual place
 */
public record SignInPage(String username, String next, List<FieldError> errors) {}
