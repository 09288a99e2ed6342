package vn.haidang.document;

import java.util.UUID;
import vn.haidang.files.FileId;

/**
 * A document does not count any more; told within the act that withdraws it.
 *
 * @param number as it is written on the document
 * @param file must not be given out or used as proof from now on
 */
public record DocumentWithdrawn(UUID document, String number, String subjectType, UUID subjectId, FileId file) {}
