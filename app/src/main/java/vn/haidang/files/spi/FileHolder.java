package vn.haidang.files.spi;

import java.util.Collection;
import java.util.Set;
import vn.haidang.files.FileId;

/**
 * A module that keeps references to files. A file to which no module refers any more is deleted, and nothing is deleted at all while
 * a column that refers to files has nobody who answers for it.
 */
public interface FileHolder {

    /** The columns answered for, as {@code schema.table.column}; a column of type uuid that refers to a file is called {@code file}. */
    Set<String> columns();

    /** Of these files, those to which a record refers, in one statement of the caller's transaction. */
    Set<FileId> held(Collection<FileId> files);
}
