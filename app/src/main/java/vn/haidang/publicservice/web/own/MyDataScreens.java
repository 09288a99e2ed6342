package vn.haidang.publicservice.web.own;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.form.Drafts;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.UnitWords;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.internal.own.KeptAnswers;
import vn.haidang.publicservice.internal.own.OwnSubjects;
import vn.haidang.registry.Corrections;
import vn.haidang.registry.Keeping;
import vn.haidang.registry.KnownValue;
import vn.haidang.registry.Persons;

/** Puts together what the city knows of somebody; the read is journaled like everybody else's. */
@Component
class MyDataScreens {

    private static final String PURPOSE = "publicservice/my-data";
    private static final List<String> ORDER = List.of(
            "person.full-name",
            "person.birth-date",
            "person.sex",
            "person.personal-number",
            "person.residence",
            "person.street",
            "person.phone",
            "person.email");

    private final Persons persons;
    private final Corrections corrections;
    private final Drafts drafts;
    private final KeptAnswers kept;
    private final Units units;

    MyDataScreens(Persons persons, Corrections corrections, Drafts drafts, KeptAnswers kept, Units units) {
        this.persons = persons;
        this.corrections = corrections;
        this.drafts = drafts;
        this.kept = kept;
        this.units = units;
    }

    MyDataPage data(Reader reader) {
        boolean personal = OwnSubjects.personal(reader);
        List<MyDataPage.Row> known = personal ? known(reader) : List.of();
        return new MyDataPage(
                personal,
                OwnSubjects.closed(reader),
                known,
                drafts.open(reader).stream()
                        .limit(10)
                        .map(draft -> new MyDataPage.Begun(
                                draft.form().title(),
                                "/apply/" + draft.about() + "/" + draft.id().value(),
                                draft.savedAt()))
                        .toList());
    }

    private List<MyDataPage.Row> known(Reader reader) {
        Map<String, Keeping> keepers = corrections.keepers(reader);
        Map<String, KnownValue> known = kept.with(persons.known(reader, PURPOSE), reader);
        List<MyDataPage.Row> rows = new ArrayList<>();
        for (String attribute : ORDER) {
            Keeping keeping = keepers.get(attribute);
            KnownValue value = known.containsKey(attribute) ? known.get(attribute) : unsaid(attribute, keeping);
            if (value != null && OwnSubjects.theirs(value, reader)) {
                rows.add(new MyDataPage.Row(
                        value,
                        words(value),
                        path(value, keeping),
                        keeping == null || !attribute.equals("person.residence") ? null : gone(keeping)));
            }
        }
        return rows;
    }

    /** What is one's own to say and was never said. */
    private static @Nullable KnownValue unsaid(String attribute, @Nullable Keeping keeping) {
        return keeping != null && keeping.way() == Keeping.Way.OWN
                ? new KnownValue(attribute, "", "self-declared", LocalDate.MIN)
                : null;
    }

    /** The value of one attribute that the reader may have corrected; empty words where it is theirs to say and was not. */
    Optional<KnownValue> value(Keeping keeping, Reader reader) {
        Map<String, KnownValue> known = kept.with(persons.known(reader, PURPOSE), reader);
        KnownValue value = known.get(keeping.attribute());
        return Optional.ofNullable(value == null ? unsaid(keeping.attribute(), keeping) : value);
    }

    String words(KnownValue value) {
        return value.attribute().equals("person.residence") ? unit(value.value()) : value.value();
    }

    /** Null while the unit that keeps it is the one recorded. */
    MyDataPage.@Nullable Gone gone(Keeping keeping) {
        UnitId now = keeping.unit();
        return keeping.former() == null || keeping.way() != Keeping.Way.CASE
                ? null
                : new MyDataPage.Gone(
                        now == null
                                ? null
                                : units.find(now).map(UnitWords::name).orElse(null));
    }

    private String unit(String id) {
        return units.find(new UnitId(UUID.fromString(id))).map(UnitWords::name).orElse(id);
    }

    private static @Nullable String path(KnownValue value, @Nullable Keeping keeping) {
        return keeping == null || keeping.way() == Keeping.Way.NONE ? null : "/my/data/correct/" + value.attribute();
    }
}
