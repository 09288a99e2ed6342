/** Taking published files, one after the other, and writing down what became of them. */
@NullMarked
package vn.haidang.reference.internal.intake;

import org.jspecify.annotations.NullMarked;
