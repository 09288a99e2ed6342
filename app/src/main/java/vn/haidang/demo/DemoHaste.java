package vn.haidang.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import vn.haidang.MovableClock;

/**
 * Lets acts that are played wait for no disk: a crash may cost the last of them, in their order, and they are played again. Acts of
 * people are never played, so they wait.
 */
@Component
class DemoHaste implements TransactionExecutionListener {

    private final ObjectProvider<JdbcClient> jdbc;

    DemoHaste(ObjectProvider<JdbcClient> jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null && MovableClock.stands() && !transaction.isReadOnly()) {
            jdbc.getObject().sql("set local synchronous_commit = off").update();
        }
    }
}
