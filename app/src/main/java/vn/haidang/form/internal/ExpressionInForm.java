package vn.haidang.form.internal;

import vn.haidang.expression.Fault;

/** An expression in a form was refused; carries why, so that people are told in their words. */
public final class ExpressionInForm extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    ExpressionInForm(String place, Fault fault) {
        super(place + ": " + fault.code() + " " + fault.arguments());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
