package vn.haidang.ui.internal;

/** What is shown instead of a page that cannot be fetched; nothing in it belongs to anybody. */
public record OfflinePage() {}
