/** Signing in and out, and who sent a request. */
@NullMarked
package vn.haidang.identity.web;

import org.jspecify.annotations.NullMarked;
