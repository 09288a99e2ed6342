package vn.haidang.form.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Lookup;
import vn.haidang.form.FormSchema;
import vn.haidang.form.spi.AttributeSource;
import vn.haidang.form.spi.LookupSource;
import vn.haidang.identity.Reader;

class FillsUnitTests {

    private static final String GOOD = """
            form: test
            version: 1
            title: a | b
            pages:
              - page: one
                fields:
                  - {name: before, kind: text, label: a | b}
                  - {name: key, kind: text, label: a | b, lookup: {source: ships, fills: {name: ship, built: year}}}
                  - {name: ship, kind: text, label: a | b, source: ships.name}
              - page: two
                fields:
                  - {name: year, kind: date, label: a | b}
                  - {name: owner, kind: text, label: a | b, source: person.full-name}
                  - {name: other, kind: text, label: a | b, lookup: {source: ships}}
              - page: crew
                repeat: {item: a | b, least: 0, most: 3}
                fields:
                  - {name: sailor, kind: text, label: a | b}
            """;

    /** A source of this test alone. */
    private static final class Ships implements LookupSource {
        @Override
        public String code() {
            return "ships";
        }

        @Override
        public String messages() {
            return "ships";
        }

        @Override
        public String register() {
            return "ships";
        }

        @Override
        public Map<String, Set<Kind>> gives() {
            return Map.of("name", Set.of(Kind.TEXT), "built", Set.of(Kind.DATE));
        }

        @Override
        public boolean shaped(String key) {
            return true;
        }

        @Override
        public Optional<LookedUp> find(String key, Reader reader) {
            return Optional.empty();
        }
    }

    /** What is known in this test alone. */
    private static final class Known implements AttributeSource {
        @Override
        public List<String> attributes() {
            return List.of("ships.name", "planes.name", "person.full-name");
        }

        @Override
        public boolean offers(String attribute) {
            return attributes().contains(attribute);
        }
    }

    private final Lookups offered = new Lookups(
            new StaticListableBeanFactory(Map.of("ships", new Ships())).getBeanProvider(LookupSource.class),
            new StaticListableBeanFactory(Map.of("known", new Known())).getBeanProvider(AttributeSource.class));

    private final DefinitionReader reader = new DefinitionReader(offered);

    @Test
    void readsAndWritesAndPublishesALookUp() {
        FormDefinition form = reader.read(GOOD);

        assertThat(form.field("key").orElseThrow().lookup())
                .isEqualTo(new Lookup("ships", Map.of("name", "ship", "built", "year")));
        assertThat(form.field("other").orElseThrow().lookup()).isEqualTo(new Lookup("ships", Map.of()));
        assertThat(reader.read(DefinitionWriter.write(form))).isEqualTo(form);
        assertThat(FormSchema.of(form))
                .extractingByKey("properties")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .extractingByKey("key")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("x-lookup", Map.of("source", "ships", "fills", Map.of("name", "ship", "built", "year")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{name: ghost}; .fills.name: lookup-no-target",
                "{name: sailor}; .fills.name: lookup-no-target",
                "{name: before}; .fills.name: lookup-backwards",
                "{name: key}; .fills.name: lookup-backwards",
                "{name: other}; .fills.name: lookup-fills-key",
                "{name: owner}; .fills.name: lookup-fills-known",
                "{name: year}; .fills.name: lookup-other-kind",
                "{mast: ship}; .fills.mast: lookup-no-value",
                "{built: year, name: year}; .fills.name: lookup-fills-twice",
            })
    void refusesToFillWhatIsNotThereOrGoesRoundOrHasAnotherSource(String fills, String fault) {
        String wrong = GOOD.replace("{name: ship, built: year}", fills);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.read(wrong))
                .withMessage("form.pages[0].fields[1].lookup" + fault);
    }

    @Test
    void refusesAnUnknownSourceWhereItIsWrittenButStillReadsWhatWasPublishedWithIt() {
        String gone =
                GOOD.replace("source: ships,", "source: planes,").replace("source: ships.name", "source: planes.name");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.read(gone))
                .withMessage("form.pages[0].fields[1].lookup.source: lookup-no-source");
        FormDefinition form = new DefinitionReader().read(gone);
        assertThat(offered.of(form.field("key").orElseThrow())).isEmpty();
    }

    @Test
    void refusesAnAttributeNobodyKnowsWhereItIsWrittenButStillReadsWhatWasPublishedWithIt() {
        String gone = GOOD.replace("source: person.full-name", "source: person.nonsense");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.read(gone))
                .withMessage("form.pages[1].fields[1].source: no-such-attribute");
        assertThat(new DefinitionReader().read(gone).sources()).contains("person.nonsense");
    }

    @Test
    void onlyWordsAreAKeyAndNotInAGroup() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.read(GOOD.replace("{name: key, kind: text", "{name: key, kind: date")))
                .withMessage("form.pages[0].fields[1].lookup: lookup-of-text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.read(GOOD.replace(
                        "{name: sailor, kind: text,", "{name: sailor, kind: text, lookup: {source: ships},")))
                .withMessage("form.pages[2].fields[0].lookup: not-in-a-group");
    }
}
