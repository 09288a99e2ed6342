@NullMarked
package vn.haidang.ui.web;

import org.jspecify.annotations.NullMarked;
