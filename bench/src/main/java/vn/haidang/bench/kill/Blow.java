package vn.haidang.bench.kill;

import java.util.Random;

/** What is killed, always with SIGKILL. */
public enum Blow {
    DATABASE(75),
    PROGRAM(13),
    BOTH(8),
    /** The program, and once more while it starts. */
    TWICE(4);

    private static final int ALL = 100;

    private final int share;

    Blow(int share) {
        this.share = share;
    }

    static Blow any(Random random) {
        int at = random.nextInt(ALL);
        for (Blow blow : values()) {
            at -= blow.share;
            if (at < 0) {
                return blow;
            }
        }
        throw new IllegalStateException("the shares are less than a hundred");
    }

    boolean hitsProgram() {
        return this != DATABASE;
    }
}
