package vn.haidang.document.web;

import java.util.List;
import vn.haidang.document.internal.TemplateDrafts;

/** All templates. */
public record TemplatesPage(List<TemplateDrafts.Overview> templates) {}
