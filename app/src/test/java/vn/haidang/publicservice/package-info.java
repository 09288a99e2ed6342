@NullMarked
package vn.haidang.publicservice;

import org.jspecify.annotations.NullMarked;
