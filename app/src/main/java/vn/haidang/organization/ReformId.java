package vn.haidang.organization;

import java.util.UUID;

/** A declared change of units. */
public record ReformId(UUID value) {}
