package vn.haidang.ui;

/** A part of a page drawn by another module: that module's template and the record made for it. */
public record Fragment(String template, Object page) {}
