package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;

/** Whatever is sent to whatever door: nothing breaks, and no word of the inside gets out. */
@WebTest
class DoorFuzzTests {

    private static final Pattern INSIDE = Pattern.compile(
            "\\b(java|jakarta|org\\.springframework|org\\.postgresql|vn\\.haidang|gg\\.jte)\\.[a-z]+\\.|Exception\\b|SQLState"
                    + "|\\n\\s+at [a-z]|\\bselect\\s.{0,200}\\sfrom\\s",
            Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("\\{[a-z]+}");
    private static final String[] NAMES = {
        "q",
        "page",
        "unit",
        "from",
        "to",
        "knownOn",
        "tier",
        "tree",
        "filter",
        "next",
        "back",
        "field",
        "event",
        "audience",
        "code",
        "secret",
        "username",
        "key",
        "stars",
        "comment",
        "reason",
        "version",
        "step",
        "outcome",
        "note",
        "return",
        "day",
        "date",
        "done",
        "on"
    };
    private static final String[] VALUES = {
        "",
        " ",
        "'",
        "' or 1=1 --",
        "\"",
        "\\",
        "%",
        "%00",
        "\u0000",
        "-1",
        "0",
        "1e9",
        "2147483648",
        "99999999999999999999",
        "NaN",
        "2026-02-30",
        "-999999999-01-01",
        "+999999999-12-31",
        "infinity",
        "0000-00-00",
        "null",
        "AS_IT_WAS",
        "COMMUNE",
        "00000000-0000-0000-0000-000000000000",
        "1-1-1-1-1",
        "../../etc/passwd",
        "${7*7}",
        "{x}",
        "<script>",
        "\uD800",
        "😀",
        "Đường",
        "a".repeat(5000),
        "\r\nSet-Cookie: a=b",
        "casework",
        "work-file-online"
    };

    private final MockMvcTester pages;
    private final Doors doors;

    DoorFuzzTests(MockMvcTester pages, ApplicationContext context) {
        this.pages = pages;
        this.doors = Doors.of(context);
    }

    @Test
    void tellsNothingOfTheInsideAndBreaksOnNothing() {
        var random = new Random(20260310);
        var readers = new AccountId[] {
            null,
            doors.people().resident("Mai Thị Rối").account(),
            doors.official(Role.ONE_STOP_OFFICER),
            doors.official(Role.AUDITOR),
            doors.official(Role.OPERATOR)
        };
        var wrong = new ArrayList<String>();
        for (var method : List.of(RequestMethod.GET, RequestMethod.POST)) {
            for (var pattern : doors.patterns(method)) {
                if (pattern.equals("/figures/changes")) {
                    continue;
                }
                for (int round = 0; round < 12; round++) {
                    var said = new StringBuilder(method + " " + pattern);
                    var request = method == RequestMethod.GET
                            ? pages.get().uri(pattern, variables(pattern, random, said))
                            : pages.post().uri(pattern, variables(pattern, random, said));
                    request = spoilt(request, method, readers[round % readers.length], random, said);
                    judge(request.exchange(), said, wrong);
                }
            }
        }
        assertThat(String.join("\n", wrong)).isEmpty();
    }

    private MockMvcRequestBuilder spoilt(
            MockMvcRequestBuilder clean,
            RequestMethod method,
            @Nullable AccountId who,
            Random random,
            StringBuilder said) {
        var request = who == null
                ? clean.with(SecurityMockMvcRequestPostProcessors.csrf())
                : clean.with(SignedIn.withForm(who));
        request = request.remoteAddress("198.51.100." + random.nextInt(250));
        for (int i = random.nextInt(4); i >= 0; i--) {
            var name = NAMES[random.nextInt(NAMES.length)];
            var value = VALUES[random.nextInt(VALUES.length)];
            said.append(" ").append(name).append("=").append(value, 0, Math.min(20, value.length()));
            request = request.param(name, value);
        }
        for (var header :
                List.of("Accept", "Accept-Language", "User-Agent", "Sec-CH-UA-Mobile", "Idempotency-Key", "Range")) {
            if (random.nextInt(4) == 0) {
                var value = VALUES[random.nextInt(VALUES.length)];
                said.append(" ").append(header).append(": ").append(value, 0, Math.min(20, value.length()));
                request = request.header(header, value);
            }
        }
        if (method == RequestMethod.POST && random.nextBoolean()) {
            var bodies =
                    List.of("{}", "[]", "null", "{\"to\":null}", "{\"unit\":1}", "{\"outcome\":{}}", "{", "\"\u0000\"");
            var body = bodies.get(random.nextInt(bodies.size()));
            said.append(" body ").append(body);
            request = request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return request;
    }

    private static Object[] variables(String pattern, Random random, StringBuilder said) {
        var count = (int) VARIABLE.matcher(pattern).results().count();
        var values = new Object[count];
        for (int i = 0; i < count; i++) {
            var value = random.nextInt(4) == 0 ? UUID.randomUUID().toString() : VALUES[random.nextInt(VALUES.length)];
            said.append(" {").append(value, 0, Math.min(20, value.length())).append("}");
            values[i] = value.isEmpty() ? "x" : value;
        }
        return values;
    }

    private static void judge(MvcTestResult answer, StringBuilder said, List<String> wrong) {
        if (answer.getUnresolvedException() != null) {
            wrong.add(said + " let out " + answer.getUnresolvedException());
            return;
        }
        var status = answer.getResponse().getStatus();
        if (status >= 500) {
            wrong.add(said + " was answered " + status);
        }
        var told = INSIDE.matcher(DoorAnswer.body(answer));
        if (told.find()) {
            wrong.add(said + " told " + told.group());
        }
    }
}
