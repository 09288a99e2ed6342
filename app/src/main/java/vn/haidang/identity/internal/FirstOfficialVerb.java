package vn.haidang.identity.internal;

import java.io.IOException;
import java.io.PrintStream;
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
    private final PasswordPrompt prompt;
    private final MessageSource messages;

    FirstOfficialVerb(FirstOfficial first, PasswordPrompt prompt, MessageSource messages) {
        this.first = first;
        this.prompt = prompt;
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
            first.make(arguments.getFirst(), arguments.getLast(), prompt.ask());
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

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
