package vn.haidang.organization;

import java.time.LocalDate;

/**
 * A change of units that was declared here.
 *
 * @param symbol of its paper, empty where not known
 * @param ended how many units ended by it
 * @param founded how many units began by it
 * @param renamed how many units were renamed or placed elsewhere by it
 */
public record DeclaredReform(
        ReformId id, LocalDate on, String symbol, String title, int ended, int founded, int renamed) {}
