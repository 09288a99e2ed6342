/** The pages of keys, and how a request presents one. */
@NullMarked
package vn.haidang.identity.web.key;

import org.jspecify.annotations.NullMarked;
