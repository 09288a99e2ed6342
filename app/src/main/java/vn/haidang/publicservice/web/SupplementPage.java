package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.publicservice.internal.ApplicantActs;
import vn.haidang.publicservice.internal.SupplementRequests.Request;
import vn.haidang.ui.FieldError;

/** What the applicant was asked for, and where to give it. */
public record SupplementPage(
        String id, String title, String dossierCode, Request asked, String note, List<FieldError> errors) {

    /** Bytes of one file. */
    public static final long LARGEST_FILE = ApplicantActs.LARGEST_FILE;
}
