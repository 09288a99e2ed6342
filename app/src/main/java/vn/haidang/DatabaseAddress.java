package vn.haidang;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Where one role reaches the database. User and password are absent when the URL itself carries them. */
record DatabaseAddress(
        String url, @Nullable String user, @Nullable String password) {

    /** A connection of its own for each statement: for roles that work a few times at a start or a month. */
    DataSource source() {
        var source = new DriverManagerDataSource(url);
        source.setUsername(user);
        source.setPassword(password);
        return source;
    }

    @Override
    public String toString() {
        return "DatabaseAddress[hidden]";
    }
}
