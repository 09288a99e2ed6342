@NullMarked
package vn.haidang.organization.web;

import org.jspecify.annotations.NullMarked;
