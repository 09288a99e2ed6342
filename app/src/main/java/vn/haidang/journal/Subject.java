package vn.haidang.journal;

import java.util.UUID;

/** What an entry is about, as an opaque reference: {@code module/noun} and its id, for example {@code casework/case}. */
public record Subject(String type, UUID id) {}
