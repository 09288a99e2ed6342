package vn.haidang.form.web;

/** A file beside its question. */
public record AnsweredFile(String id, String name, long bytes, String sha256) {}
