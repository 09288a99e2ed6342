package vn.haidang.journal.internal;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import vn.haidang.ui.spi.Verb;

/** {@code bin/verify-journal}: proves that the history was not touched, or names every place where it was. */
@Component
class VerifyJournal implements Verb {

    private final DataSource database;
    private final SealingKey key;
    private final SealFile file;

    VerifyJournal(DataSource database, SealingKey key, SealFile file) {
        this.database = database;
        this.key = key;
        this.file = file;
    }

    @Override
    public String name() {
        return "verify-journal";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (!arguments.isEmpty()) {
            out.println("verify-journal takes no arguments");
            return 2;
        }
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                return print(Verifier.verify(connection, key, file), out);
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            out.println("the journal could not be read: " + e.getMessage());
            return 1;
        }
    }

    private static int print(Verification verification, PrintStream out) {
        for (var finding : verification.findings()) {
            out.println(finding.describe());
        }
        if (verification.found() > verification.findings().size()) {
            out.println(
                    "… and " + (verification.found() - verification.findings().size()) + " more");
        }
        out.printf(
                "%d seals, %d entries sealed, %d retired, %d not yet sealed%n",
                verification.seals(), verification.entries(), verification.retired(), verification.notYetSealed());
        out.println(
                verification.proven()
                        ? "The journal is whole: nothing was changed, removed or cut off."
                        : "The journal is NOT whole: " + verification.found() + " places.");
        return verification.proven() ? 0 : 1;
    }
}
