/** The page on which people read what they were told. */
@NullMarked
package vn.haidang.notification.web;

import org.jspecify.annotations.NullMarked;
