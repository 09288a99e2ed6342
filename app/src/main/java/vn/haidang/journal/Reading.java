package vn.haidang.journal;

import java.time.Instant;

/**
 * That somebody looked at data about a subject.
 *
 * @param purpose the code under which it was read
 */
public record Reading(EntryId id, Instant at, Actor reader, String purpose) {}
