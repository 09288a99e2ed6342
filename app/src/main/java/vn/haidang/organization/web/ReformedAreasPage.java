package vn.haidang.organization.web;

import java.util.List;
import vn.haidang.organization.Unit;

/** Areas comparable across mergers that a reform touches, each as its units. */
public record ReformedAreasPage(List<List<Unit>> areas) {}
