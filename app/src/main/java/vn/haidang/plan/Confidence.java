package vn.haidang.plan;

/** How sure we are of what a source says. */
public enum Confidence {
    /** The text of the document itself was read. */
    H,
    /** Press, or another second hand. */
    M,
    /** Inferred from something that was read. */
    I,
    /** Background knowledge, not yet compared with a text. */
    K
}
