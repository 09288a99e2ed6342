/** Where administrators look at and change the calendar and the office hours. */
@NullMarked
package vn.haidang.worktime.web;

import org.jspecify.annotations.NullMarked;
