package vn.haidang.identity.internal.second;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.haidang.identity.internal.PasswordPrompt;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.spi.Verb;

/** {@code bin/readmit}: lets the only administrator in again, for whom no other administrator could do it. */
@Component
class ReadmitVerb implements Verb {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private final Readmission readmission;
    private final PasswordPrompt prompt;
    private final MessageSource messages;

    ReadmitVerb(Readmission readmission, PasswordPrompt prompt, MessageSource messages) {
        this.readmission = readmission;
        this.prompt = prompt;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "readmit";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 2) {
            out.println("readmit takes a user name and a reason");
            return WRONG_USE;
        }
        try {
            readmission.readmit(arguments.getFirst(), arguments.getLast(), prompt.ask());
            out.println(say("identity.readmit.done", arguments.getFirst()));
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
