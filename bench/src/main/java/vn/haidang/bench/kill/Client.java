package vn.haidang.bench.kill;

/** Somebody who works until no definite answer comes. */
interface Client extends AutoCloseable {

    /** One piece of work; false when an answer stayed away, and nothing more is sent. */
    boolean work();

    /** Repeats with its key what no definite answer came to; false when none came again. */
    boolean settle();

    @Override
    void close();
}
