package vn.haidang.publicservice.web;

import java.util.Optional;
import java.util.UUID;
import vn.haidang.form.DraftId;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.PublicServiceProblems;

/** Ids as they stand in addresses; one that is none is answered like one that does not exist. */
final class Ids {

    private Ids() {}

    static ApplicationId application(String text) {
        return new ApplicationId(uuid(text).orElseThrow(PublicServiceProblems::noSuchApplication));
    }

    static DraftId draft(String text) {
        return new DraftId(uuid(text).orElseThrow(PublicServiceProblems::noSuchApplication));
    }

    static UnitId receiver(String text) {
        return new UnitId(uuid(text).orElseThrow(PublicServiceProblems::noSuchReceiver));
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
