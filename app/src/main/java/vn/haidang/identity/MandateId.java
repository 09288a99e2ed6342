package vn.haidang.identity;

import java.util.UUID;

/** The record a right to act for another rests on: a legal representative, a guardianship, an authorisation. */
public record MandateId(UUID value) {}
