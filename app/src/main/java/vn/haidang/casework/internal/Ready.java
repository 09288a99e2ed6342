package vn.haidang.casework.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;

/** A statement with named parameters, read once: as the driver takes it, and in which order it takes its parameters. */
record Ready(String sql, List<String> names) {

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z_]+)");

    static Ready of(String named) {
        List<String> names = new ArrayList<>();
        String sql = PARAMETER.matcher(named).replaceAll(found -> {
            names.add(found.group(1));
            return "?";
        });
        return new Ready(sql, List.copyOf(names));
    }

    /** @throws IllegalArgumentException when a parameter is not among the values */
    void bind(PreparedStatement statement, Map<String, ? extends @Nullable Object> values) throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            Object value = values.get(names.get(i));
            if (value == null && !values.containsKey(names.get(i))) {
                throw new IllegalArgumentException("no value for " + names.get(i));
            }
            bind(statement, i + 1, value);
        }
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(at, Types.NULL);
            case String text -> statement.setString(at, text);
            case UUID id -> statement.setObject(at, id);
            case SqlParameterValue typed when typed.getValue() == null -> statement.setNull(at, typed.getSqlType());
            default -> StatementCreatorUtils.setParameterValue(statement, at, SqlTypeValue.TYPE_UNKNOWN, value);
        }
    }
}
