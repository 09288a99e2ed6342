package vn.haidang.form;

import org.jspecify.annotations.Nullable;

/**
 * A version of a form is about to be published. Asked about through {@link vn.haidang.ui.spi.Consequence}: whoever starts forms tells
 * what would begin with the new version.
 *
 * @param before the version in force, null where there is none
 * @param after the version that would be
 */
public record FormChange(@Nullable FormDefinition before, FormDefinition after) {}
