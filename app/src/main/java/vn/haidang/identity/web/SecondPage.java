package vn.haidang.identity.web;

import java.util.List;
import vn.haidang.ui.FieldError;

/**
 * The page that asks for more than the password.
 *
 * @param codes how many recovery codes are left
 */
public record SecondPage(boolean authenticator, int codes, PasskeyAsked passkey, List<FieldError> errors) {}
