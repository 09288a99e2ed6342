/** Complaints and suggestions: how they come in, what ends them, what of their answers becomes public. */
@NullMarked
package vn.haidang.publicservice.internal.voice;

import org.jspecify.annotations.NullMarked;
