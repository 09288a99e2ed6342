@NullMarked
package vn.haidang.scorecard.internal;

import org.jspecify.annotations.NullMarked;
