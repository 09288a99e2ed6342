package vn.haidang.form;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.internal.DefinitionReader;

/** The services that ask what their own procedure needs, and do not only take a request in the applicant's own words. */
class CompleteFormsUnitTests {

    private static final String GENERAL = "general-request";

    /** Pages every form shares: who asks, how the result is given, the declaration. */
    private static final Set<String> SHARED = Set.of(
            "applicant",
            "applicant-contact",
            "applicant-residence",
            "requester",
            "requester-contact",
            "requester-residence",
            "delivery",
            "delivery-address",
            "declaration",
            "declarant",
            "declarant-contact",
            "declarant-residence");

    /** What the registry knows of whoever signs in, by the end of the name of the question. */
    private static final Map<String, String> KNOWN = Map.of(
            "full-name", "person.full-name",
            "birth-date", "person.birth-date",
            "personal-number", "person.personal-number",
            "phone", "person.phone",
            "email", "person.email",
            "residence", "person.residence",
            "street", "person.street");

    private static final Map<String, String> BROWSER = Map.of(
            "full-name", "name",
            "birth-date", "bday",
            "phone", "tel",
            "email", "email",
            "street", "street-address");

    private final List<CSVRecord> handled = rows("publicservice/handling");
    private final Map<String, String> fields = rows("publicservice/service").stream()
            .collect(Collectors.toMap(row -> row.get("code"), row -> row.get("field")));

    @Test
    void fortyTwoServicesInTenFieldsHaveFormsOfTheirOwn() {
        Map<String, Integer> byField = new TreeMap<>();
        complete().forEach(row -> byField.merge(requireNonNull(fields.get(row.get("service"))), 1, Integer::sum));

        assertThat(byField)
                .isEqualTo(new TreeMap<>(Map.of(
                        "Hộ tịch", 10,
                        "Cư trú", 10,
                        "Chứng thực", 4,
                        "Hộ kinh doanh", 5,
                        "Xây dựng", 4,
                        "Quy hoạch", 1,
                        "Đất đai", 2,
                        "Bảo trợ xã hội", 4,
                        "Hợp tác xã, tổ hợp tác", 1,
                        "Trồng trọt", 1)));
        assertThat(complete().stream().map(row -> row.get("form")).distinct())
                .as("no two of them share a form")
                .hasSize(complete().size());
    }

    @Test
    void eachAsksWhoAsksAndWhatItsProcedureNeedsAndEndsWithADeclaration() {
        for (CSVRecord row : complete()) {
            FormDefinition form = form(row.get("form"));
            List<Field> own = form.pages().stream()
                    .filter(page -> !SHARED.contains(page.code()))
                    .flatMap(page -> page.fields().stream())
                    .toList();

            assertThat(own).as("%s: what its procedure needs", form.code()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(form.fields().map(Field::source))
                    .as("%s: who asks", form.code())
                    .contains("person.full-name", "person.personal-number", "person.phone");
            assertThat(form.pages().getLast().fields())
                    .as("%s: at its end", form.code())
                    .singleElement()
                    .returns(Kind.DECLARATION, Field::kind);
        }
    }

    @Test
    void eachIsPublishedAsASchemaThatDescribesEveryQuestion() {
        for (CSVRecord row : complete()) {
            FormDefinition form = form(row.get("form"));
            Map<String, Object> schema = FormSchema.of(form);

            Set<String> described = new HashSet<>(properties(schema).keySet());
            form.pages().stream()
                    .filter(page -> page.repeat() != null)
                    .map(Page::code)
                    .forEach(group -> {
                        Map<?, ?> several =
                                (Map<?, ?>) requireNonNull(properties(schema).get(group));
                        described.addAll(properties((Map<?, ?>) requireNonNull(several.get("items")))
                                .keySet());
                    });
            assertThat(described)
                    .as(form.code())
                    .containsAll(form.fields().map(Field::name).toList());
            assertThat(schema).containsEntry("$id", "urn:haidang:form:" + form.code() + ":" + form.version());
        }
    }

    /** What the city knows of whoever fills it in is not asked, and phones fill in what they know. */
    @Test
    void noneAsksWhoeverFillsItInForWhatIsKnownOfThem() {
        for (FormDefinition form : all()) {
            form.fields()
                    .filter(field -> field.name().matches("(applicant|requester|declarant)\\..*"))
                    .forEach(field -> {
                        String what = field.name().substring(field.name().indexOf('.') + 1);
                        if (KNOWN.containsKey(what)) {
                            assertThat(field.source())
                                    .as("%s %s", form.code(), field.name())
                                    .isEqualTo(KNOWN.get(what));
                        }
                        if (BROWSER.containsKey(what)) {
                            assertThat(field.autocomplete())
                                    .as("%s %s", form.code(), field.name())
                                    .isEqualTo(BROWSER.get(what));
                        }
                    });
        }
    }

    /** Where the city gives a paper itself, and only there, one's own results are offered: the codes are real, and so are the services. */
    @Test
    void filesNameOnlyPapersThatServicesOfTheCatalogueGive() {
        Map<String, CSVRecord> papers = rows("publicservice/paper").stream()
                .collect(Collectors.toMap(row -> row.get("code"), row -> row, (one, other) -> other));
        papers.values()
                .forEach(paper -> Stream.of(paper.get("services").split("/"))
                        .filter(code -> !code.isEmpty())
                        .forEach(
                                code -> assertThat(fields).as(paper.get("code")).containsKey(code)));
        List<String> named = new ArrayList<>();
        for (FormDefinition form : all()) {
            form.fields()
                    .filter(field -> field.kind() == Kind.FILE && field.source() != null)
                    .forEach(field -> {
                        String source = requireNonNull(field.source());
                        assertThat(source).as(form.code()).startsWith("paper.");
                        for (String code : source.substring("paper.".length()).split("/")) {
                            assertThat(papers)
                                    .as("%s %s", form.code(), field.name())
                                    .containsKey(code);
                            CSVRecord paper = requireNonNull(papers.get(code));
                            assertThat(paper.get("kinds") + paper.get("services"))
                                    .as("%s is no result", code)
                                    .isNotEmpty();
                        }
                        named.add(form.code());
                    });
        }
        assertThat(named).hasSizeGreaterThanOrEqualTo(20);
    }

    private List<CSVRecord> complete() {
        return handled.stream().filter(row -> !row.get("form").equals(GENERAL)).toList();
    }

    private static List<FormDefinition> all() {
        try {
            return Stream.of(new org.springframework.core.io.support.PathMatchingResourcePatternResolver()
                            .getResources("classpath*:reference-data/form/*.yml"))
                    .map(file -> requireNonNull(file.getFilename()).replace(".yml", ""))
                    .map(CompleteFormsUnitTests::form)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FormDefinition form(String code) {
        try {
            return new DefinitionReader()
                    .read(new ClassPathResource("reference-data/form/" + code + ".yml")
                            .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> properties(Map<?, ?> schema) {
        Map<String, Object> properties = new TreeMap<>();
        ((Map<?, ?>) requireNonNull(schema.get("properties")))
                .forEach((name, described) -> properties.put(String.valueOf(name), requireNonNull(described)));
        return properties;
    }

    private static List<CSVRecord> rows(String table) {
        try (var reader = new InputStreamReader(
                        new ClassPathResource("reference-data/" + table + ".csv").getInputStream(),
                        StandardCharsets.UTF_8);
                var rows = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return rows.getRecords();
        } catch (IOException missing) {
            throw new UncheckedIOException(table, missing);
        }
    }
}
