package vn.haidang.indicator.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.indicator.Component;

/**
 * A component that a statement counts, a row of the {@code part} it unnests.
 *
 * @param of the question, or the measure, to which it belongs
 */
record Part(Object of, Component component) {

    /** @param owner the name of the column that says to what a part belongs */
    static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, String owner, List<Part> parts) {
        return statement
                .param(owner, SqlArrays.texts(parts, Part::of))
                .param(
                        "partComponents",
                        SqlArrays.texts(parts, part -> part.component().code()))
                .param("partKinds", SqlArrays.texts(parts, part -> Kinds.of(part.component())))
                .param(
                        "partRecorded",
                        SqlArrays.texts(parts, part -> part.component().recordedAs()))
                .param("partPercents", SqlArrays.texts(parts, part -> Kinds.percent(part.component())))
                .param("partWanted", SqlArrays.texts(parts, part -> Kinds.wanted(part.component())));
    }
}
