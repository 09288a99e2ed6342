/** Published lists of units, ways between them and boundaries, taken from files of any city. */
@NullMarked
package vn.haidang.organization.internal.intake;

import org.jspecify.annotations.NullMarked;
