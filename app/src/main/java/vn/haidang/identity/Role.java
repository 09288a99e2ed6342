package vn.haidang.identity;

/** A role at a unit, as a code of the reference data; the codes the product itself speaks of are named here. */
public record Role(String code) {

    /** Held by everybody who is signed in, at no unit. */
    public static final Role RESIDENT = new Role("resident");

    public static final Role ONE_STOP_OFFICER = new Role("one-stop-officer");
    public static final Role SPECIALIST = new Role("specialist");
    public static final Role UNIT_HEAD = new Role("unit-head");
    public static final Role LEADER = new Role("leader");
    public static final Role ADMINISTRATOR = new Role("administrator");
    public static final Role AUDITOR = new Role("auditor");
    public static final Role OPERATOR = new Role("operator");
}
