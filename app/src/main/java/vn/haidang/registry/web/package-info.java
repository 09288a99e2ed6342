/** Pages on which people let others act for them. */
@NullMarked
package vn.haidang.registry.web;

import org.jspecify.annotations.NullMarked;
