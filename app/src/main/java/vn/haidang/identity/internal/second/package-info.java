/** What somebody has besides a password: an authenticator, codes for the day it is lost. */
@NullMarked
package vn.haidang.identity.internal.second;

import org.jspecify.annotations.NullMarked;
