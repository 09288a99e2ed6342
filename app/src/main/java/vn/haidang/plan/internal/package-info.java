/** The tables of the plan, the rules of status, the windows that are measured. */
@NullMarked
package vn.haidang.plan.internal;

import org.jspecify.annotations.NullMarked;
