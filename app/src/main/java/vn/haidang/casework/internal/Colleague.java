package vn.haidang.casework.internal;

import vn.haidang.identity.AccountId;

/** An official by name. */
public record Colleague(AccountId id, String name) {}
