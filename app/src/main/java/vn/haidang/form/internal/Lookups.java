package vn.haidang.form.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.spi.AttributeSource;
import vn.haidang.form.spi.LookupSource;

/** The sources that other modules offer to look something up at, and what they know before anybody looks. */
@Component
public class Lookups {

    private final ObjectProvider<LookupSource> offered;

    private final ObjectProvider<AttributeSource> known;

    Lookups(ObjectProvider<LookupSource> offered, ObjectProvider<AttributeSource> known) {
        this.offered = offered;
        this.known = known;
    }

    /** What a question may be filled in with before it is asked. */
    public List<String> attributes() {
        return known.orderedStream().flatMap(each -> each.attributes().stream()).toList();
    }

    boolean offers(String attribute) {
        return known.stream().anyMatch(each -> each.offers(attribute));
    }

    /** All, by code. */
    public List<LookupSource> all() {
        return offered.stream().sorted(Comparator.comparing(LookupSource::code)).toList();
    }

    public Optional<LookupSource> source(String code) {
        return offered.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** Where the answer of a field is looked up; empty also where a form names a source that is offered no more. */
    public Optional<LookupSource> of(Field field) {
        return Optional.ofNullable(field.lookup()).flatMap(lookup -> source(lookup.source()));
    }
}
