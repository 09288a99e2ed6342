package vn.haidang.organization;

/**
 * A unit that another became.
 *
 * @param whole false where any step on the way took only a part
 */
public record Continuation(Unit unit, boolean whole) {

    public Continuation and(Continuation other) {
        return new Continuation(unit, whole && other.whole);
    }
}
