package vn.haidang.organization.web;

import java.time.LocalDate;
import java.util.List;
import vn.haidang.organization.DeclaredReform;
import vn.haidang.organization.Succession;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitHit;

/**
 * What an administrator sees first.
 *
 * @param query what was searched, empty for nothing
 * @param declared changes that were declared here, latest first
 * @param open steps that no paper has confirmed yet, with the unit that ended
 * @param unweighted units that went in parts and have no weights
 * @param done whether something was just saved
 */
public record AdminUnitsPage(
        LocalDate today,
        String query,
        List<UnitHit> found,
        List<DeclaredReform> declared,
        List<Open> open,
        List<Unit> unweighted,
        boolean done) {

    /** A unit whose successor is not established. */
    public record Open(Unit unit, Succession step) {}
}
