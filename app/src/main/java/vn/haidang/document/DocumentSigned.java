package vn.haidang.document;

import java.util.UUID;
import vn.haidang.files.FileId;

/**
 * A document that had waited was signed; told within the act that signs it.
 *
 * @param before the file without signatures, which is not to be given out any more
 */
public record DocumentSigned(UUID document, String subjectType, UUID subjectId, FileId before, FileId file) {}
