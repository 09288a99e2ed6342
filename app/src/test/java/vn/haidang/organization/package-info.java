@NullMarked
package vn.haidang.organization;

import org.jspecify.annotations.NullMarked;
