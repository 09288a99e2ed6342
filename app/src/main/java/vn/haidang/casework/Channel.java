package vn.haidang.casework;

/** How a case came in; the national portal counts 1 direct, 2 online, 3 post. */
public enum Channel {
    COUNTER,
    ONLINE,
    POST
}
