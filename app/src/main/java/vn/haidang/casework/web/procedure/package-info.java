/** Procedures: published for everybody, brought in and put in force by administrators. */
@NullMarked
package vn.haidang.casework.web.procedure;

import org.jspecify.annotations.NullMarked;
