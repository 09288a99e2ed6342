package vn.haidang.expression.internal;

import vn.haidang.expression.ExpressionRefused;
import vn.haidang.expression.Fault;

/** How much one evaluation may cost: steps that are counted, and time in case a step costs more than thought. */
public final class Budget {

    private static final int STEPS = 20_000;
    private static final long NANOS = 200_000_000;
    private static final int LOOK_AT_TIME = 256;

    private int left;
    private final long end;

    private Budget(int steps, long nanos) {
        this.left = steps;
        this.end = System.nanoTime() + nanos;
    }

    public static Budget ofOne() {
        return new Budget(STEPS, NANOS);
    }

    static Budget of(int steps, long nanos) {
        return new Budget(steps, nanos);
    }

    void spend(long steps) {
        int before = left;
        left = (int) Math.max(-1, left - steps);
        boolean late = before / LOOK_AT_TIME != left / LOOK_AT_TIME && System.nanoTime() - end > 0;
        if (left < 0 || late) {
            throw new ExpressionRefused(Fault.of("over-budget"));
        }
    }
}
