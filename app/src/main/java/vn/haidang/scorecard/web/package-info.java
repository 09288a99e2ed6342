@NullMarked
package vn.haidang.scorecard.web;

import org.jspecify.annotations.NullMarked;
