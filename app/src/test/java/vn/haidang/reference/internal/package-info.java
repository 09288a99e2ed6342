@NullMarked
package vn.haidang.reference.internal;

import org.jspecify.annotations.NullMarked;
