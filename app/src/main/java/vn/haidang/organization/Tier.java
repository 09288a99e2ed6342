package vn.haidang.organization;

/** Tiers of local government; the district tier ended on 30/06/2025 (Law 72/2025/QH15). */
public enum Tier {
    CITY,
    DISTRICT,
    COMMUNE
}
