@NullMarked
package vn.haidang.worktime.internal;

import org.jspecify.annotations.NullMarked;
