package vn.haidang.identity.web;

import java.util.List;

/**
 * What the browser is asked to do with a passkey; binary values as base64url.
 *
 * @param site whom the passkey answers
 * @param handle of the account, for a new passkey only
 * @param known credentials that may answer, or must not be made again
 */
public record PasskeyAsked(
        String challenge, String site, String handle, String username, String displayName, List<String> known) {

    public static final PasskeyAsked NONE = new PasskeyAsked("", "", "", "", "", List.of());

    public PasskeyAsked {
        known = List.copyOf(known);
    }

    public boolean wanted() {
        return !challenge.isEmpty();
    }
}
