@NullMarked
package vn.haidang.identity.internal;

import org.jspecify.annotations.NullMarked;
