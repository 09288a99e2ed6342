package vn.haidang.plan;

/** Where a target stands. The rule of each is written out in the message {@code plan.status.<status>.rule}. */
public enum Status {
    MET,
    ON_TRACK,
    BEHIND,
    NOT_COMPARABLE,
    NO_DATA,
    TIER_ABOLISHED
}
