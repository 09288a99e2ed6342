package vn.haidang.journal;

import java.util.Map;

/**
 * An entry that is written by the same statement as the act it tells of: parts of a {@code with}, separated by commas, and their
 * named parameters. Names of both begin with {@code journal_}.
 *
 * <p>The entry exists only once that statement has run; it is never to be run twice.
 */
public record Inscription(EntryId id, String parts, Map<String, Object> parameters) {}
