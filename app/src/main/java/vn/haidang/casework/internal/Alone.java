package vn.haidang.casework.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Whether an act is all its transaction does. Its last statement may then carry the commit with it, in one turn to the database
 * instead of two, and where it is the first one, too, the database begins and ends the transaction by itself: a statement that
 * fails is not followed by its commit, and the transaction that finds itself ended commits nothing more.
 */
final class Alone {

    private static final String COMMIT = ";commit";

    private Alone() {}

    /** To be asked in the method that is transactional itself. */
    static boolean inTransaction() {
        try {
            return TransactionAspectSupport.currentTransactionStatus().isNewTransaction();
        } catch (NoTransactionException none) {
            return false;
        }
    }

    /** What the last statement of an act has to say for itself. */
    static String text(String statement, Connection connection) throws SQLException {
        return isFirst(connection) ? statement : statement + COMMIT;
    }

    /** Runs what was prepared from {@link #text}, and answers the first column of its row, once it is committed. */
    static String run(PreparedStatement last) throws SQLException {
        Connection connection = last.getConnection();
        if (!isFirst(connection)) {
            return answer(last);
        }
        connection.setAutoCommit(true);
        try {
            return answer(last);
        } finally {
            connection.setAutoCommit(false);
        }
    }

    /** Runs a statement and answers the first column of its row. */
    static String answer(PreparedStatement statement) throws SQLException {
        statement.execute();
        try (ResultSet row = statement.getResultSet()) {
            if (row == null || !row.next()) {
                throw new SQLException("a statement that must answer a row has none");
            }
            return row.getString(1);
        }
    }

    /** Only the driver knows; of another one nothing is assumed. */
    private static boolean isFirst(Connection connection) throws SQLException {
        return connection.isWrapperFor(BaseConnection.class)
                && connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.IDLE;
    }
}
