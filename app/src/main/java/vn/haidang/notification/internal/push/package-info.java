/** Notices on phones: Web Push (RFC 8030), encrypted for the phone alone (RFC 8291), signed by this installation (RFC 8292). */
@NullMarked
package vn.haidang.notification.internal.push;

import org.jspecify.annotations.NullMarked;
