package vn.haidang.identity.internal.second;

/**
 * Where and over what a passkey answers: the challenge it was sent, and the site as the browser sees it, which a passkey of another
 * site never answers for.
 *
 * @param challenge base64url
 * @param origin scheme, host and port
 * @param host without port
 */
public record Ceremony(String challenge, String origin, String host) {}
