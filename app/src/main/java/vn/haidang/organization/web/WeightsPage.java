package vn.haidang.organization.web;

import java.util.List;
import vn.haidang.organization.Unit;
import vn.haidang.organization.internal.WeightRows;

/**
 * How a unit that went in parts is divided.
 *
 * @param parts the units that took a part
 * @param declared what is declared now, empty for nothing
 */
public record WeightsPage(Typed typed, Unit unit, List<Unit> parts, List<WeightRows.Weight> declared) {}
