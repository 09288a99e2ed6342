/** The plan page, one page per indicator, and the plan on the front page. */
@NullMarked
package vn.haidang.plan.web;

import org.jspecify.annotations.NullMarked;
