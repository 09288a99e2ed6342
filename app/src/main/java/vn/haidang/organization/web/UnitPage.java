package vn.haidang.organization.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.Continuation;
import vn.haidang.organization.LegalDocument;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitName;
import vn.haidang.organization.internal.UnitRecord;
import vn.haidang.organization.internal.UnitTree;

/**
 * One unit through its life.
 *
 * @param path from the root down to the unit, on its last day or today
 * @param lastDay null while it lives
 * @param names every name it had, oldest first
 * @param now what it became where it ended and that is established
 * @param comparable the units that share its smallest comparable area, itself included
 * @param documents the papers of its steps, each once
 */
public record UnitPage(
        Unit unit,
        @Nullable LocalDate lastDay,
        UnitRecord known,
        List<Unit> path,
        List<Unit> children,
        List<UnitName> names,
        List<UnitTree.Code> codes,
        List<Step> predecessors,
        List<Step> successors,
        List<Continuation> now,
        List<Unit> comparable,
        List<LegalDocument> documents) {

    /**
     * A step of the succession.
     *
     * @param other null where the unit was abolished or no successor is established
     * @param kind code of what happened
     * @param extent last part of the message key that tells it
     * @param paper the paper that says so, null where none is known
     */
    public record Step(
            @Nullable Unit other,
            LocalDate on,
            String kind,
            String extent,
            @Nullable LegalDocument paper,
            String source,
            String confidence) {}
}
