package vn.haidang.ui;

import gg.jte.Content;

/**
 * A line of a summary list.
 *
 * @param changePath where the value can be changed, empty when it cannot
 */
public record SummaryRow(String label, Content value, String changePath) {

    public static SummaryRow of(String label, Content value) {
        return new SummaryRow(label, value, "");
    }

    public static SummaryRow text(String label, String value) {
        return new SummaryRow(label, new PlainText(value), "");
    }

    public static SummaryRow text(String label, String value, String changePath) {
        return new SummaryRow(label, new PlainText(value), changePath);
    }
}
