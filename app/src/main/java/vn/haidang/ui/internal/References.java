package vn.haidang.ui.internal;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Short references to log lines, easy to read over the telephone: no vowels, no letters taken for digits. */
@Component
class References {

    private static final String LETTERS = "23456789BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    String next() {
        var reference = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            reference.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return reference.insert(LENGTH / 2, '-').toString();
    }
}
