@NullMarked
package vn.haidang.publicservice.web;

import org.jspecify.annotations.NullMarked;
