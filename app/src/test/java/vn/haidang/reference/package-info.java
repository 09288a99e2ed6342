@NullMarked
package vn.haidang.reference;

import org.jspecify.annotations.NullMarked;
