/** The desk and the API of casework. */
@NullMarked
package vn.haidang.casework.web;

import org.jspecify.annotations.NullMarked;
