package vn.haidang.identity;

import java.time.LocalDate;
import vn.haidang.organization.UnitId;

/**
 * A post nobody holds ends. A module that keeps work for roles at units may answer for it as {@code Consequence<PostEnd>}.
 *
 * @param on the first day on which it does not stand any more
 */
public record PostEnd(UnitId unit, Role role, LocalDate on) {}
