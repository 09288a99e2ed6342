package vn.haidang.registry;

import java.time.LocalDate;

/**
 * What is known, and how.
 *
 * @param attribute code such as {@code person.full-name}
 * @param source code of the register it comes from, shown beside the field ({@code registry.source.<code>})
 * @param asOf the day it was recorded or confirmed
 */
public record KnownValue(String attribute, String value, String source, LocalDate asOf) {}
