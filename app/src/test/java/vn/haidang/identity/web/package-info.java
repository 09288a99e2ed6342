@NullMarked
package vn.haidang.identity.web;

import org.jspecify.annotations.NullMarked;
