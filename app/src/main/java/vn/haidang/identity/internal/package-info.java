/** Accounts, posts and rates of attempts in the database. */
@NullMarked
package vn.haidang.identity.internal;

import org.jspecify.annotations.NullMarked;
