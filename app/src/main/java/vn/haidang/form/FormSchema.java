package vn.haidang.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.expression.ValueType;
import vn.haidang.form.FormDefinition.Choice;
import vn.haidang.form.FormDefinition.Condition;
import vn.haidang.form.FormDefinition.Equal;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Lookup;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.FormDefinition.Repeat;
import vn.haidang.form.FormDefinition.Rules;

/**
 * A form as JSON Schema (2020-12), and answers as JSON that it describes. What always is asked is required, and so is what is asked
 * while another answer has a named value; what an expression decides is described and not required. Checks between answers and rules
 * that rest on the day of asking or on who may be chosen today are not in the schema; what is looked up says so as {@code x-lookup}: {@link Forms#check} has the last word.
 */
public final class FormSchema {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private FormSchema() {}

    /** The schema of one version, as plain mappings, lists and values. */
    public static Map<String, Object> of(FormDefinition form) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DIALECT);
        schema.put("$id", "urn:haidang:form:" + form.code() + ":" + form.version());
        schema.put("title", form.title().vi());
        schema.put("description", form.title().en());
        Members whole = new Members(form);
        for (Page page : form.pages()) {
            Repeat repeat = page.repeat();
            if (repeat == null) {
                page.fields().forEach(field -> whole.add(field, page.showWhen()));
            } else {
                whole.add(page, repeat);
            }
        }
        schema.putAll(whole.schema());
        return schema;
    }

    /** The answers that count, as the schema describes them. */
    public static Map<String, Object> answers(FormDefinition form, Map<String, String> answers) {
        Course course = form.course(answers);
        Map<String, String> counting = course.counting();
        Map<String, Object> json = new LinkedHashMap<>();
        for (Page page : course.pages()) {
            if (page.repeat() != null) {
                List<Object> items = new ArrayList<>();
                int count = Repeats.number(
                        counting.getOrDefault(page.code(), ""), page.repeat().most());
                for (int number = 1; number <= count; number++) {
                    items.add(members(course, page.code() + "-" + number, counting));
                }
                json.put(page.code(), items);
            } else if (form.pages().stream().anyMatch(each -> each.code().equals(page.code()))) {
                json.putAll(members(course, page.code(), counting));
            }
        }
        return json;
    }

    private static Map<String, Object> members(Course course, String page, Map<String, String> counting) {
        Map<String, Object> json = new LinkedHashMap<>();
        course.pages().stream()
                .filter(each -> each.code().equals(page))
                .flatMap(each -> course.fields(each).stream())
                .filter(field -> counting.containsKey(field.name()))
                .forEach(field ->
                        json.put(Repeats.base(field.name()), value(field, counting.getOrDefault(field.name(), ""))));
        return json;
    }

    private static Object value(Field field, String written) {
        return switch (field.kind()) {
            case NUMBER, MONEY, GROUP -> number(written);
            case COMPUTED ->
                field.compute() != null && field.compute().type() == ValueType.NUMBER ? number(written) : written;
            case YES_NO, DECLARATION -> written.equals("yes");
            case MULTIPLE, FILE -> List.of(written.split(" "));
            case ADDRESS -> {
                String[] parts = written.split("\\|", 2);
                yield parts.length < 2 ? Map.of("street", written) : Map.of("unit", parts[0], "street", parts[1]);
            }
            case TEXT, LONG_TEXT, DATE, CHOICE, SELECT, PERSONAL_NUMBER, PHONE, EMAIL, UNIT -> written;
        };
    }

    private static Object number(String written) {
        BigDecimal number = AnswerFacts.number(written);
        return number == null ? written : number;
    }

    /** The members of an object: of the whole form, or of one of several. */
    private static final class Members {

        private final Map<String, Object> properties = new LinkedHashMap<>();
        private final List<String> required = new ArrayList<>();
        private final List<Object> conditional = new ArrayList<>();
        private final FormDefinition form;

        Members(FormDefinition form) {
            this.form = form;
        }

        void add(Field field, @Nullable Condition page) {
            Map<String, Object> described = described(field);
            List<Condition> conditions = Stream.concat(Stream.ofNullable(page), Stream.ofNullable(field.showWhen()))
                    .toList();
            if (!conditions.isEmpty()) {
                described.put(
                        "$comment",
                        String.join(
                                "; ",
                                conditions.stream()
                                        .map(each -> each.expression().source())
                                        .toList()));
            }
            properties.put(field.name(), described);
            if (field.required()) {
                require(field.name(), conditions);
            }
        }

        void add(Page page, Repeat repeat) {
            Members item = new Members(form);
            page.fields().forEach(field -> item.add(field, null));
            Map<String, Object> several = new LinkedHashMap<>();
            several.put("title", page.title().vi());
            several.put("type", "array");
            several.put("items", item.schema());
            several.put("minItems", repeat.least());
            several.put("maxItems", repeat.most());
            properties.put(page.code(), several);
            require(page.code(), page.showWhen() == null ? List.of() : List.of(page.showWhen()));
        }

        private void require(String name, List<Condition> conditions) {
            if (conditions.isEmpty()) {
                required.add(name);
                return;
            }
            List<Object> all = new ArrayList<>();
            for (Condition condition : conditions) {
                Equal equal = condition.equal();
                if (equal == null || !properties.containsKey(equal.field())) {
                    return;
                }
                all.add(Map.of("required", List.of(equal.field()), "properties", Map.of(equal.field(), wanted(equal))));
            }
            conditional.add(Map.of("if", Map.of("allOf", all), "then", Map.of("required", List.of(name))));
        }

        private Map<String, Object> wanted(Equal equal) {
            Kind kind = form.fields()
                    .filter(field -> field.name().equals(equal.field()))
                    .map(Field::kind)
                    .findFirst()
                    .orElse(Kind.TEXT);
            return switch (kind) {
                case YES_NO, DECLARATION -> Map.of("const", equal.values().contains("yes"));
                case MULTIPLE -> Map.of("contains", Map.of("enum", equal.values()));
                case TEXT,
                        LONG_TEXT,
                        NUMBER,
                        MONEY,
                        DATE,
                        CHOICE,
                        SELECT,
                        PERSONAL_NUMBER,
                        PHONE,
                        EMAIL,
                        UNIT,
                        ADDRESS,
                        FILE,
                        COMPUTED,
                        GROUP -> Map.of("enum", equal.values());
            };
        }

        Map<String, Object> schema() {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("type", "object");
            schema.put("properties", properties);
            schema.put("required", required);
            schema.put("additionalProperties", false);
            if (!conditional.isEmpty()) {
                schema.put("allOf", conditional);
            }
            return schema;
        }
    }

    private static Map<String, Object> described(Field field) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", field.label().vi());
        schema.put("description", field.label().en());
        Rules rules = field.rules();
        switch (field.kind()) {
            case TEXT, LONG_TEXT -> {
                text(schema, rules.maxLength());
                if (rules.pattern() != null) {
                    schema.put("pattern", "^(?:" + rules.pattern() + ")$");
                }
            }
            case NUMBER, MONEY -> {
                schema.put("type", rules.digits() == 0 ? "integer" : "number");
                if (rules.digits() > 0) {
                    schema.put("multipleOf", BigDecimal.ONE.movePointLeft(rules.digits()));
                }
                BigDecimal least =
                        field.kind() == Kind.MONEY && rules.least() == null ? BigDecimal.ZERO : rules.least();
                if (least != null) {
                    schema.put("minimum", least);
                }
                if (rules.most() != null) {
                    schema.put("maximum", rules.most());
                }
            }
            case DATE -> {
                schema.put("type", "string");
                schema.put("format", "date");
                schema.put("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
            }
            case CHOICE, SELECT -> {
                schema.put("type", "string");
                schema.put(
                        "oneOf",
                        field.choices().stream().map(FormSchema::choice).toList());
            }
            case MULTIPLE -> {
                several(schema, field.choices().size());
                schema.put("uniqueItems", true);
                schema.put(
                        "items",
                        Map.of(
                                "type",
                                "string",
                                "oneOf",
                                field.choices().stream().map(FormSchema::choice).toList()));
            }
            case YES_NO -> schema.put("type", "boolean");
            case DECLARATION -> schema.put("const", true);
            case PERSONAL_NUMBER -> {
                schema.put("type", "string");
                schema.put("pattern", "^[0-9]{12}$");
            }
            case PHONE -> text(schema, 20);
            case EMAIL -> {
                text(schema, rules.maxLength());
                schema.put("format", "email");
            }
            case UNIT -> uuid(schema);
            case ADDRESS -> {
                schema.put("type", "object");
                Map<String, Object> unit = new LinkedHashMap<>();
                uuid(unit);
                Map<String, Object> street = new LinkedHashMap<>();
                text(street, rules.maxLength());
                schema.put("properties", Map.of("unit", unit, "street", street));
                schema.put("required", List.of("unit", "street"));
                schema.put("additionalProperties", false);
            }
            case FILE -> {
                several(schema, rules.maxLength());
                Map<String, Object> file = new LinkedHashMap<>();
                uuid(file);
                schema.put("items", file);
            }
            case COMPUTED, GROUP -> {
                schema.put(
                        "type",
                        field.compute() == null || field.compute().type() == ValueType.NUMBER ? "number" : "string");
                schema.put("readOnly", true);
            }
        }
        Lookup lookup = field.lookup();
        if (lookup != null) {
            schema.put("x-lookup", Map.of("source", lookup.source(), "fills", lookup.fills()));
        }
        return schema;
    }

    private static Map<String, Object> choice(Choice choice) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("const", choice.value());
        schema.put("title", choice.label().vi());
        schema.put("description", choice.label().en());
        return schema;
    }

    private static void text(Map<String, Object> schema, int longest) {
        schema.put("type", "string");
        schema.put("minLength", 1);
        schema.put("maxLength", longest);
    }

    private static void several(Map<String, Object> schema, int most) {
        schema.put("type", "array");
        schema.put("minItems", 1);
        schema.put("maxItems", most);
    }

    private static void uuid(Map<String, Object> schema) {
        schema.put("type", "string");
        schema.put("format", "uuid");
        schema.put("pattern", "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");
    }
}
