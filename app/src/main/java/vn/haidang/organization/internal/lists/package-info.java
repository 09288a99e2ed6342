/** Makes the tables of a city out of the lists that authorities publish. */
@NullMarked
package vn.haidang.organization.internal.lists;

import org.jspecify.annotations.NullMarked;
