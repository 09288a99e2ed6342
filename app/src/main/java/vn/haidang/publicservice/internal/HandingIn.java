package vn.haidang.publicservice.internal;

import vn.haidang.files.StoredFile;
import vn.haidang.publicservice.Application;

/** A stored file as part of an application. */
final class HandingIn {

    private HandingIn() {}

    static Application.HandedIn of(int round, String field, StoredFile file) {
        return new Application.HandedIn(
                round, field, file.id(), file.name(), file.mediaType(), file.bytes(), file.sha256());
    }
}
