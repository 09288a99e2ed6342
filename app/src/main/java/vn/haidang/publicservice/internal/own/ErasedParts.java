package vn.haidang.publicservice.internal.own;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.haidang.files.FileId;
import vn.haidang.files.Files;
import vn.haidang.form.Draft;
import vn.haidang.form.Drafts;
import vn.haidang.form.FormDefinition;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.PartyId;
import vn.haidang.journal.Actor;
import vn.haidang.notification.Notifications;
import vn.haidang.publicservice.internal.own.ErasureRows.Erased;
import vn.haidang.registry.Corrections;
import vn.haidang.registry.PersonId;
import vn.haidang.registry.Persons;

/** How each sort of data is deleted, at whoever keeps it. */
@Component
class ErasedParts {

    private static final String BASIS = "publicservice/delete";

    private final ErasureRows rows;
    private final Drafts drafts;
    private final Files files;
    private final Persons persons;
    private final Corrections corrections;
    private final Notifications notifications;

    ErasedParts(
            ErasureRows rows,
            Drafts drafts,
            Files files,
            Persons persons,
            Corrections corrections,
            Notifications notifications) {
        this.rows = rows;
        this.drafts = drafts;
        this.files = files;
        this.persons = persons;
        this.corrections = corrections;
        this.notifications = notifications;
    }

    /**
     * Deletes it; how many pieces there were.
     *
     * @throws IllegalArgumentException for a sort nobody knows how to delete
     */
    int erase(String code, Erased of, Actor by) {
        return switch (code) {
            case "drafts" -> drafts(of, by);
            case "copies" -> rows.deleteCopies(of);
            case "devices" -> notifications.forgetDevices(of.account(), by);
            case "reach" ->
                person(of.account())
                        .map(person -> corrections.eraseReach(person, BASIS, by))
                        .orElse(0);
            default -> throw new IllegalArgumentException("nobody deletes " + code);
        };
    }

    /** Whether nothing open needs to reach them any more. */
    boolean nothingOpen(Erased of) {
        PartyId[] person = person(of.account())
                .map(each -> new PartyId[] {new PartyId(each.value())})
                .orElse(new PartyId[0]);
        return rows.nothingOpen(of, person);
    }

    private Optional<PersonId> person(AccountId account) {
        return persons.of(account);
    }

    private int drafts(Erased of, Actor by) {
        List<Draft> gone = drafts.erase(of.account(), of.party(), BASIS, by);
        UUID[] ids = gone.stream().map(draft -> draft.id().value()).toArray(UUID[]::new);
        Set<FileId> uploaded = new HashSet<>();
        gone.forEach(draft -> draft.form()
                .fields()
                .filter(field -> field.kind() == FormDefinition.Kind.FILE)
                .forEach(field -> uploaded.addAll(draft.files(field.name()))));
        rows.letGo(ids);
        files.forget(uploaded, BASIS, by);
        return gone.size();
    }
}
