package vn.haidang.form.web.build;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.ui.Fragment;

/** A page of a form as it is being written; {@code shown}: null where nothing of it can be shown, else as far as it is right;
 * {@code faults} says what is not, and of which question. */
public record LookPage(@Nullable Fragment shown, List<OutlinePage.Fault> faults) {}
