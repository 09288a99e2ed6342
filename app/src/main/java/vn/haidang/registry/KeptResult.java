package vn.haidang.registry;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A result in the own store of a person or business.
 *
 * @param kind of document
 * @param file the document itself
 * @param source where it comes from ({@code registry.source.<code>})
 */
public record KeptResult(UUID id, String kind, String number, LocalDate issuedOn, UUID file, String source) {}
