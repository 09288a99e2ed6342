package vn.haidang;

import java.io.UnsupportedEncodingException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a door answered, as far as tests of doors look at it. */
final class DoorAnswer {

    private static final Pattern FRESH =
            Pattern.compile("(name=\"_csrf\" value=\")[^\"]*|(name=\"key\" value=\")[^\"]*");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private DoorAnswer() {}

    static boolean passed(MvcTestResult answer) {
        var status = answer.getResponse().getStatus();
        var to = answer.getResponse().getRedirectedUrl();
        return status < 400 && (to == null || !to.startsWith("/sign-in")) || status == 422;
    }

    /** The body without what no two answers share: the address asked for, tokens and keys. */
    static String shape(MvcTestResult answer, String address) {
        var text = body(answer) + answer.getResponse().getRedirectedUrl();
        for (var id : ID.matcher(address).results().map(MatchResult::group).toList()) {
            text = text.replace(id, "ID");
        }
        return FRESH.matcher(text).replaceAll("$1$2");
    }

    static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
