package vn.haidang.identity.web;

import java.util.List;

/** Recovery codes, shown this once. */
public record CodesPage(List<String> codes) {}
