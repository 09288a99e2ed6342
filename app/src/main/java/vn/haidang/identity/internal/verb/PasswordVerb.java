package vn.haidang.identity.internal.verb;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.spi.Verb;

/** A verb that takes a user name, one more thing and a password: asked for where there is a terminal, else read from standard input. */
final class PasswordVerb implements Verb {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    /** What is done with the user name, the other thing and the password. */
    interface Deed {
        void accept(String username, String other, String password);
    }

    /**
     * @param usage what it takes, for whoever gave it something else
     * @param done key of the message that names the user once it is done
     */
    record Words(String name, String usage, String done) {}

    private final Words words;
    private final Deed deed;
    private final PasswordPrompt prompt;
    private final MessageSource messages;

    PasswordVerb(Words words, Deed deed, PasswordPrompt prompt, MessageSource messages) {
        this.words = words;
        this.deed = deed;
        this.prompt = prompt;
        this.messages = messages;
    }

    @Override
    public String name() {
        return words.name();
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 2) {
            out.println(words.name() + " takes " + words.usage());
            return WRONG_USE;
        }
        try {
            deed.accept(arguments.getFirst(), arguments.getLast(), prompt.ask());
            out.println(say(words.done(), arguments.getFirst()));
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
