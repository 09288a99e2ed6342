package vn.haidang.ui.spi;

import java.io.PrintStream;
import java.util.List;

/** A command of {@code bin/} that a module answers, run without the web part: exit code 0 done, 1 failed, 2 wrong use. */
public interface Verb {

    String name();

    int run(List<String> arguments, PrintStream out);
}
