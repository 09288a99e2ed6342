package vn.haidang.organization.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.Unit;
import vn.haidang.organization.internal.UnitRecord;
import vn.haidang.organization.internal.UnitTree;

/**
 * One unit through its life.
 *
 * @param path from the root down to the unit, on its last day or today
 * @param lastDay null while it lives
 */
public record UnitPage(
        Unit unit,
        @Nullable LocalDate lastDay,
        UnitRecord known,
        List<Unit> path,
        List<Unit> children,
        List<UnitTree.Code> codes,
        List<Step> predecessors,
        List<Step> successors) {

    /**
     * A step of the succession.
     *
     * @param other null where the unit was abolished or no successor is established
     * @param extent last part of the message key that tells it
     */
    public record Step(@Nullable Unit other, LocalDate on, String extent, boolean abolished) {}
}
