package vn.haidang.identity.web;

import java.util.List;
import vn.haidang.ui.FieldError;

/**
 * The page with username and password.
 *
 * @param next path to go to afterwards, empty for the usual place
 * @param provider whether one may come from an identity provider too
 */
public record SignInPage(String username, String next, boolean provider, List<FieldError> errors) {}
