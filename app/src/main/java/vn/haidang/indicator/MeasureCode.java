package vn.haidang.indicator;

/** A measure, as {@code module/measure}, for example {@code casework/work-file-online}. */
public record MeasureCode(String value) {}
