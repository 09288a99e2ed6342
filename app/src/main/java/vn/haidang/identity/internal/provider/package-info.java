/** Signing in with an account of an identity provider (OpenID Connect), VNeID above all. */
@NullMarked
package vn.haidang.identity.internal.provider;

import org.jspecify.annotations.NullMarked;
