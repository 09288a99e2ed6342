package vn.haidang.ui;

/** The two actions that need no role. */
public final class Access {

    /** Anyone, signed in or not. */
    public static final String PUBLIC = "public";

    /** Anyone who is signed in. */
    public static final String SIGNED_IN = "signed-in";

    private Access() {}
}
