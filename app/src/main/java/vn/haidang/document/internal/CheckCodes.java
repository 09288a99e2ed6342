package vn.haidang.document.internal;

import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The code by which anybody checks a document, too long to guess, and the address that takes it. */
@Component
class CheckCodes {

    /** Without letters that look like others. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 20;

    private final SecureRandom random = new SecureRandom();
    private final String site;

    CheckCodes(@Value("${haidang.address:}") String site) {
        this.site = site.endsWith("/") ? site.substring(0, site.length() - 1) : site;
    }

    String next() {
        return random.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    /** Where a document is checked by hand. */
    String page() {
        return site + "/check";
    }

    String address(String code) {
        return page() + "/" + code;
    }
}
