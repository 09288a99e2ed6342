/**
 * The one evaluator for what data says about data: conditions on the ways out of a step, computed fields, score rules. A small
 * language over declared facts: no reflection, no loops, patterns in linear time, a budget of steps and of time; it says what it
 * looked at and what it found. It knows no other module.
 */
@NullMarked
@ApplicationModule(
        displayName = "Expressions",
        allowedDependencies = {})
package vn.haidang.expression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
