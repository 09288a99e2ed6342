@NullMarked
package vn.haidang.ui;

import org.jspecify.annotations.NullMarked;
