package vn.haidang.casework.internal;

import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Whether an act is all its transaction does. Its last statement may then carry the commit with it, in one turn to the database
 * instead of two: a statement that fails is not followed by its commit, and the transaction that finds itself ended commits nothing more.
 */
final class Alone {

    static final String COMMIT = ";commit";

    private Alone() {}

    /** To be asked in the method that is transactional itself. */
    static boolean inTransaction() {
        try {
            return TransactionAspectSupport.currentTransactionStatus().isNewTransaction();
        } catch (NoTransactionException none) {
            return false;
        }
    }
}
