package vn.haidang.form;

import java.io.IOException;
import java.io.InputStream;

/** A file as it arrives with a page; opened once, closed by whoever opened it. */
public record Upload(String field, String name, Bytes bytes) {

    /** Where the bytes come from. */
    @FunctionalInterface
    public interface Bytes {
        InputStream open() throws IOException;
    }
}
