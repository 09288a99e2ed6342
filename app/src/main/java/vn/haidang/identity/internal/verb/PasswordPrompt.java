package vn.haidang.identity.internal.verb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Asks for a password where there is a terminal, else reads it from standard input; never from the command line, which others see. */
@Component
class PasswordPrompt {

    private final MessageSource messages;

    PasswordPrompt(MessageSource messages) {
        this.messages = messages;
    }

    String ask() throws IOException {
        var terminal = System.console();
        if (terminal != null && terminal.isTerminal()) {
            var typed = terminal.readPassword(
                    "%s", messages.getMessage("identity.first-official.password", null, Locale.ENGLISH));
            return typed == null ? "" : new String(typed);
        }
        var line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line.strip();
    }
}
