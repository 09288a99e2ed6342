/** Published lists of procedures of the whole country, taken as they are with what is doubtful in them. */
@NullMarked
package vn.haidang.publicservice.internal.lists;

import org.jspecify.annotations.NullMarked;
