@NullMarked
package vn.haidang.expression.internal;

import org.jspecify.annotations.NullMarked;
