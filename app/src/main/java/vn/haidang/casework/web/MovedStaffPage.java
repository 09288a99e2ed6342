package vn.haidang.casework.web;

import java.util.List;

/**
 * What loses its holder.
 *
 * @param unheld items in queues whose role nobody would hold
 */
public record MovedStaffPage(List<Line> lines, long unheld) {

    /** How many open items one official holds and would not hold any more. */
    public record Line(String name, long items) {}
}
