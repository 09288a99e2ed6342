package vn.haidang.identity.web;

import java.util.List;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.QrPicture;

/**
 * The page on which somebody sets up an authenticator or a passkey.
 *
 * @param must whether they are on the way in and their role asks for it
 */
public record EnrolPage(
        boolean must,
        QrPicture picture,
        String secret,
        String address,
        PasskeyAsked passkey,
        List<FieldError> errors) {}
