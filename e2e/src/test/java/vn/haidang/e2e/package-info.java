/** Journeys by persona: each starts from the front page, as a person does, and axe looks at every page it sees. */
@NullMarked
package vn.haidang.e2e;

import org.jspecify.annotations.NullMarked;
