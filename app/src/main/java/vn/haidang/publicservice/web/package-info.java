/** Pages of public services: catalogue, application, receipt, result. */
@NullMarked
package vn.haidang.publicservice.web;

import org.jspecify.annotations.NullMarked;
