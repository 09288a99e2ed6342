package vn.haidang.bench;

/** One client of a contender, ready to work: connected, and signed in where the contender asks for it. */
public interface CaseClient extends AutoCloseable {

    /**
     * Works one whole case: starts it with two values, then five times finds its open task and completes it with one
     * value more. Fails at the first answer that is not the expected one; nothing is tried again.
     */
    void work(int number) throws Exception;

    /** Times of every request so far. */
    Latencies latencies();

    @Override
    void close();
}
