package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.files.StoredFile;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.Paper;
import vn.haidang.publicservice.internal.ControlSlips;
import vn.haidang.publicservice.internal.Parcel;
import vn.haidang.publicservice.internal.SupplementRequests.Exchange;
import vn.haidang.publicservice.internal.SupplementRows.Given;
import vn.haidang.publicservice.internal.once.ReusedPapers;
import vn.haidang.ui.Fragment;

/**
 * What the desk sees of an application inside its case.
 *
 * @param exchange the papers the applicant was ever asked for, and what they added
 */
public record ContentPage(
        Application application,
        Fragment answers,
        List<FileOf> files,
        Exchange exchange,
        List<Given> given,
        List<Paper> papers,
        List<Parcel> parcels,
        List<ReusedPapers.Reused> reused) {

    /** Which control slip of this dossier the next one is. */
    public long nextSlip() {
        return given.stream()
                        .filter(each -> each.form().equals(ControlSlips.FORM))
                        .count()
                + 1;
    }

    /** A file with the round it came in and what is known of it today, its scan state above all. */
    public record FileOf(int round, StoredFile file, String path) {}

    public List<FileOf> files(int round) {
        return files.stream().filter(file -> file.round() == round).toList();
    }

    public String device() {
        return application.device().code();
    }
}
