package vn.haidang;

import org.jspecify.annotations.Nullable;

/** Where one role reaches the database. User and password are absent when the URL itself carries them. */
record DatabaseAddress(
        String url, @Nullable String user, @Nullable String password) {

    @Override
    public String toString() {
        return "DatabaseAddress[hidden]";
    }
}
