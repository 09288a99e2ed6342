@NullMarked
package vn.haidang.identity;

import org.jspecify.annotations.NullMarked;
