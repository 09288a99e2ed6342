package vn.haidang.organization.internal;

import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the changes of units, so that copies in memory know when they are stale. */
@Component
public class Revisions {

    @Language("SQL")
    private static final String NEXT = "update organization.present set revision = revision + 1";

    private final JdbcClient jdbc;
    private final UnitTrees trees;

    Revisions(JdbcClient jdbc, UnitTrees trees) {
        this.jdbc = jdbc;
        this.trees = trees;
    }

    /** In the transaction that changed something. */
    public void next() {
        jdbc.sql(NEXT).update();
        AfterCommit.run(trees::forget);
    }
}
