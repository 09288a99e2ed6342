package vn.haidang;

import java.io.PrintStream;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/** Why a backup or a restore is refused, told on a terminal in both languages: nobody is signed in there. */
final class BackupProblems {

    private static final int CONFLICT = 409;
    private static final int UNUSABLE = 422;

    private BackupProblems() {}

    /** What is named is not what was written, or is not there. */
    static ProblemException damaged(String what) {
        return Problem.of("platform/backup-damaged", UNUSABLE, what).exception();
    }

    static ProblemException newer(String what) {
        return Problem.of("platform/backup-newer", UNUSABLE, what).exception();
    }

    /** The tables of the backup are not those that the migrations of its version make. */
    static ProblemException doesNotFit(String what) {
        return Problem.of("platform/backup-does-not-fit", UNUSABLE, what).exception();
    }

    static ProblemException targetNotEmpty(String what) {
        return Problem.of("platform/restore-target-not-empty", CONFLICT, what).exception();
    }

    static ProblemException fileExists(String file) {
        return Problem.of("platform/backup-file-exists", CONFLICT, file).exception();
    }

    static ProblemException failed(String why) {
        return Problem.of("platform/backup-failed", UNUSABLE, why).exception();
    }

    static void print(Problem problem, PrintStream err) {
        err.println("haidang: " + problem.code());
        for (var language : new Locale[] {Locale.ROOT, Locale.ENGLISH}) {
            var messages = ResourceBundle.getBundle(
                    "messages.platform", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
            var detail = messages.getString(problem.messageKey() + ".detail");
            err.println("  " + messages.getString(problem.messageKey()) + ". "
                    + new MessageFormat(detail, language)
                            .format(problem.arguments().toArray()));
        }
    }
}
