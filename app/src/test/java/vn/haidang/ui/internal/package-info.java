@NullMarked
package vn.haidang.ui.internal;

import org.jspecify.annotations.NullMarked;
