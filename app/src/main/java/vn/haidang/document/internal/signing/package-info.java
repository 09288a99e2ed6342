/** Keys, signatures in PDF, the pictures people see of them, time stamps. */
@NullMarked
package vn.haidang.document.internal.signing;

import org.jspecify.annotations.NullMarked;
