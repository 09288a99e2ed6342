package vn.haidang.publicservice.internal.once;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.haidang.form.spi.AttributeSource;
import vn.haidang.registry.Persons;

/** What the registry knows of a person or a business, and the papers whose data is held: {@code paper.<code>}. */
@Component
class KnownBeforehand implements AttributeSource {

    private final Persons persons;
    private final PaperRows papers;

    KnownBeforehand(Persons persons, PaperRows papers) {
        this.persons = persons;
        this.papers = papers;
    }

    @Override
    public List<String> attributes() {
        return Stream.concat(
                        persons.attributes().stream(), papers.codes().stream().map(code -> ReusedPapers.PREFIX + code))
                .toList();
    }

    /** Several papers that may stand for one file have slashes between. */
    @Override
    public boolean offers(String attribute) {
        if (!attribute.startsWith(ReusedPapers.PREFIX)) {
            return persons.attributes().contains(attribute);
        }
        List<String> named =
                List.of(attribute.substring(ReusedPapers.PREFIX.length()).split("/", -1));
        return Set.copyOf(papers.codes()).containsAll(named);
    }
}
