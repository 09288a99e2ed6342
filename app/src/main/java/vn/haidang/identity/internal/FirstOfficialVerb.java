package vn.haidang.identity.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.spi.Verb;

/** {@code bin/first-official}: asks for the password where there is a terminal, else reads it from standard input. */
@Component
class FirstOfficialVerb implements Verb {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private final FirstOfficial first;
    private final MessageSource messages;

    FirstOfficialVerb(FirstOfficial first, MessageSource messages) {
        this.first = first;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "first-official";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 2) {
            out.println("first-official takes a user name and a full name");
            return WRONG_USE;
        }
        try {
            first.make(arguments.getFirst(), arguments.getLast(), password());
            out.println(say("identity.first-official.made", arguments.getFirst()));
            return 0;
        } catch (ProblemException refused) {
            var problem = refused.problem();
            out.println(say(
                    "problem." + problem.code().replace('/', '.'),
                    problem.arguments().toArray()));
            return FAILED;
        } catch (IOException e) {
            out.println("the password could not be read: " + e.getMessage());
            return FAILED;
        }
    }

    private String password() throws IOException {
        var terminal = System.console();
        if (terminal != null && terminal.isTerminal()) {
            var typed = terminal.readPassword("%s", say("identity.first-official.password"));
            return typed == null ? "" : new String(typed);
        }
        var line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line.strip();
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
