package vn.haidang.organization;

/** How much of a unit went to its successor. */
public enum Extent {
    WHOLE,

    /** A part; never divided in figures without a declared weight. */
    PART,

    /** Only the lists of codes are known; a paper has yet to confirm that it followed at all. No figure and no case moves by it. */
    UNKNOWN,

    /** Nothing went anywhere: abolished, or its successor is not established. */
    NONE;

    public boolean established() {
        return this == WHOLE || this == PART;
    }
}
