package vn.haidang.expression;

/** An expression cannot be read, does not fit its facts, or went over its budget. */
public final class ExpressionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public ExpressionRefused(Fault fault) {
        super(fault.code() + " at " + fault.position() + " " + fault.arguments(), null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
