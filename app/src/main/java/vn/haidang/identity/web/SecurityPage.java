package vn.haidang.identity.web;

import vn.haidang.identity.internal.second.SecondFactors;

/**
 * What one has besides the password.
 *
 * @param demanded whether a role one holds asks for it
 */
public record SecurityPage(SecondFactors.Held held, boolean demanded) {}
