package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.publicservice.ApplicationSummary;
import vn.haidang.publicservice.Bundle;
import vn.haidang.ui.Slice;

/**
 * One's own applications.
 *
 * @param bundles declarations that became several of them
 */
public record MyApplicationsPage(Slice<ApplicationSummary> applications, List<Bundle> bundles) {

    public MyApplicationsPage {
        bundles = List.copyOf(bundles);
    }
}
