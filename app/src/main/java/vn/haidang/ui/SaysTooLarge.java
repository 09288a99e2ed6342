package vn.haidang.ui;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A page whose own form sends files back to its address, and which says beside its file field that they were too large when it is opened
 * with {@link #FLAG} ({@link FieldError#tooLarge}). Such a request is cut off before any handler reads it, so the sender is led back here instead of to an error page.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SaysTooLarge {

    String FLAG = "too-large";
}
