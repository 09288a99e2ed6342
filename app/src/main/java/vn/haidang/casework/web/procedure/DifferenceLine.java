package vn.haidang.casework.web.procedure;

/**
 * One thing two versions say differently.
 *
 * @param what empty where the whole step is new or gone
 * @param before empty where it is new
 * @param after empty where it is gone
 */
public record DifferenceLine(String place, String what, String before, String after) {}
