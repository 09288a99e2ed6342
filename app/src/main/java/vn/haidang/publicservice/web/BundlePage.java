package vn.haidang.publicservice.web;

import vn.haidang.casework.CaseStatus;
import vn.haidang.publicservice.Bundle;

/** All dossiers of one declaration. */
public record BundlePage(Bundle bundle) {

    /** Key of where a dossier stands. */
    public static String stateKey(Bundle.Dossier dossier) {
        CaseStatus status = dossier.status();
        if (status != null) {
            return "publicservice.state." + ApplicationPage.state(status, dossier.step(), dossier.outcome());
        }
        return "publicservice.shadow."
                + (dossier.reported() == null ? "none" : dossier.reported().toString());
    }

    public static String colour(Bundle.Dossier dossier) {
        return dossier.ended()
                ? "green"
                : dossier.status() == CaseStatus.PAUSED ? "amber" : dossier.ours() ? "blue" : "grey";
    }
}
