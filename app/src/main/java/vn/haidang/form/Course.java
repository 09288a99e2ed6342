package vn.haidang.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.haidang.expression.Value;
import vn.haidang.form.FormDefinition.Check;
import vn.haidang.form.FormDefinition.Condition;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.FormDefinition.Repeat;

/**
 * The way given answers take through a form, gone once from its first page to its last: which pages and fields they call for, which
 * values count, what is computed from them, which checks fail. A condition sees only what stands before it and counts.
 */
public final class Course {

    private final List<Page> pages = new ArrayList<>();
    private final Map<String, List<Field>> fields = new LinkedHashMap<>();
    private final Map<String, List<Check>> failed = new LinkedHashMap<>();
    private final Map<String, String> counting = new LinkedHashMap<>();
    private final AnswerFacts facts = new AnswerFacts();
    private final Map<String, String> answers;

    Course(FormDefinition form, Map<String, String> answers) {
        this.answers = answers;
        String today = answers.get(AnswerFacts.TODAY);
        if (today != null) {
            facts.today(today);
            counting.put(AnswerFacts.TODAY, today);
        }
        for (Page page : form.pages()) {
            if (holds(page.showWhen())) {
                Repeat repeat = page.repeat();
                if (repeat == null) {
                    ask(page);
                } else {
                    askEach(page, repeat);
                }
            }
        }
    }

    /** The pages the answers call for, in order. */
    public List<Page> pages() {
        return List.copyOf(pages);
    }

    /** The fields of a page the answers call for, in order. */
    public List<Field> fields(Page page) {
        return fields.getOrDefault(page.code(), List.of());
    }

    /** The checks of a page that do not hold, whatever else is wrong with it. */
    public List<Check> failed(Page page) {
        return failed.getOrDefault(page.code(), List.of());
    }

    /** The values that count, by field in the order of the form, with what is computed. */
    public Map<String, String> counting() {
        return new LinkedHashMap<>(counting);
    }

    private void askEach(Page page, Repeat repeat) {
        int count = Repeats.count(page, repeat, answers.getOrDefault(page.code(), ""));
        Map<Field, BigDecimal> sums = new LinkedHashMap<>();
        page.fields().stream().filter(AnswerFacts::adds).forEach(field -> sums.put(field, BigDecimal.ZERO));
        for (int number = 1; number <= count; number++) {
            page.fields().forEach(facts::forget);
            ask(Repeats.item(page, repeat, number));
            for (Map.Entry<Field, BigDecimal> sum : sums.entrySet()) {
                String written = counting.getOrDefault(Repeats.name(sum.getKey().name(), number), "");
                BigDecimal each = AnswerFacts.number(written);
                sum.setValue(each == null ? sum.getValue() : sum.getValue().add(each));
            }
        }
        page.fields().forEach(facts::forget);
        sums.forEach(facts::add);
        Page list = Repeats.list(page, repeat);
        Field group = list.fields().getFirst();
        counting.put(group.name(), String.valueOf(count));
        facts.put(group, String.valueOf(count));
        pages.add(list);
        fields.put(list.code(), list.fields());
        check(list);
    }

    private void ask(Page page) {
        List<Field> asked = new ArrayList<>();
        for (Field field : page.fields()) {
            if (holds(field.showWhen())) {
                asked.add(field);
                count(field);
            }
        }
        pages.add(page);
        fields.put(page.code(), List.copyOf(asked));
        check(page);
    }

    private void count(Field field) {
        String written = answers.getOrDefault(field.name(), "");
        if (field.kind() == Kind.COMPUTED) {
            Value computed = facts.compute(field);
            written = computed == null ? "" : computed.written();
        } else {
            facts.put(field, written);
        }
        if (!written.isBlank()) {
            counting.put(field.name(), written);
        }
    }

    private void check(Page page) {
        List<Check> wrong = page.checks().stream()
                .filter(check -> facts.fails(check.must()))
                .toList();
        if (!wrong.isEmpty()) {
            failed.put(page.code(), wrong);
        }
    }

    private boolean holds(@Nullable Condition condition) {
        return condition == null || facts.holds(condition.expression());
    }
}
