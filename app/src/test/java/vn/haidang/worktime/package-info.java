@NullMarked
package vn.haidang.worktime;

import org.jspecify.annotations.NullMarked;
