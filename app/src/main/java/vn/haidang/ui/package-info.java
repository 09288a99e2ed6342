/** Layout, components, messages, problems, access guard and paging: every page looks, errs and is guarded the same way. */
@NullMarked
@ApplicationModule(
        displayName = "Pages",
        allowedDependencies = {})
package vn.haidang.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
