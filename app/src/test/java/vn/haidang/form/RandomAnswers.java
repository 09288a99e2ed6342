package vn.haidang.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.FormDefinition.Repeat;
import vn.haidang.organization.UnitId;

/** Answers made from nothing but the definition of a form. */
public final class RandomAnswers {

    private static final List<String> WORDS =
            List.of("Nguyễn Minh An", "0201234567", "Ê Ban H’Hen", "12/7 Lê Lợi, <b>\"An\" & 'Bình'</b>", "a|b 1");
    private static final int PAGE_TRIES = 40;
    private static final int FORM_TRIES = 200;

    private final Forms forms;
    private final UnitId commune;
    private final LocalDate today;
    private final Random random;

    public RandomAnswers(Forms forms, UnitId commune, LocalDate today, long seed) {
        this.forms = forms;
        this.commune = commune;
        this.today = today;
        this.random = new Random(seed);
    }

    /** A whole form with nothing wrong, page by page as it is asked. */
    public Map<String, String> complete(FormDefinition form) {
        String stuck = "";
        for (int attempt = 0; attempt < FORM_TRIES; attempt++) {
            Map<String, String> answers = new HashMap<>();
            answers.put("today", today.toString());
            for (Page page : form.pages()) {
                Repeat repeat = page.repeat();
                if (repeat != null) {
                    int more = random.nextInt(3);
                    answers.put(page.code(), String.valueOf(Math.min(repeat.most(), repeat.least() + more)));
                }
            }
            Set<String> answered = new HashSet<>();
            Optional<Page> next = next(form, answers, answered);
            while (next.isPresent() && answer(form, next.get(), answers)) {
                answered.add(next.get().code());
                next = next(form, answers, answered);
            }
            if (next.isEmpty()) {
                return answers;
            }
            stuck = next.get().code() + " " + forms.check(form, next.get(), answers);
        }
        throw new AssertionError(form.code() + " cannot be answered: " + stuck);
    }

    private boolean answer(FormDefinition form, Page page, Map<String, String> answers) {
        for (int attempt = 0; attempt < PAGE_TRIES; attempt++) {
            page.fields().stream()
                    .filter(field -> field.kind() != Kind.GROUP && field.kind() != Kind.COMPUTED)
                    .forEach(field -> answers.put(field.name(), value(field)));
            if (forms.check(form, page, answers).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Page> next(FormDefinition form, Map<String, String> answers, Set<String> answered) {
        return form.asked(answers).stream()
                .filter(page -> !answered.contains(page.code()))
                .findFirst();
    }

    private String value(Field field) {
        if (!field.required() && random.nextBoolean()) {
            return "";
        }
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> WORDS.get(random.nextInt(WORDS.size()));
            case NUMBER, MONEY -> number(field);
            case DATE -> date(field).toString();
            case CHOICE, SELECT ->
                field.choices().get(random.nextInt(field.choices().size())).value();
            case MULTIPLE -> {
                String some = field.choices().stream()
                        .filter(choice -> random.nextBoolean())
                        .map(FormDefinition.Choice::value)
                        .collect(Collectors.joining(" "));
                yield some.isEmpty() ? field.choices().getFirst().value() : some;
            }
            case YES_NO -> random.nextBoolean() ? "yes" : "no";
            case PERSONAL_NUMBER -> "0311%08d".formatted(random.nextInt(100_000_000));
            case PHONE -> "0912345678";
            case EMAIL -> "an@example.vn";
            case UNIT -> commune.value().toString();
            case ADDRESS -> commune.value() + "|12 Lê Lợi";
            case FILE -> "0198f0a0-0000-7000-8000-000000000001";
            case DECLARATION -> "yes";
            case COMPUTED, GROUP -> "";
        };
    }

    private LocalDate date(Field field) {
        if (field.rules().notPast()) {
            return today.plusDays(random.nextInt(900));
        }
        if (field.rules().notFuture()) {
            int years = field.rules().years() == 0 ? 90 : Math.min(field.rules().years(), 90);
            return today.minusDays(random.nextInt(years * 365));
        }
        return today.plusDays(random.nextInt(900) - 450L);
    }

    /** A share of all is all for the first of several and nothing for the others. */
    private String number(Field field) {
        if (field.suffix() != null && field.suffix().vi().equals("%")) {
            return field.name().endsWith(".1") ? "100" : "0";
        }
        BigDecimal least =
                field.rules().least() == null ? BigDecimal.ZERO : field.rules().least();
        BigDecimal most = field.rules().most() == null
                ? least.add(BigDecimal.valueOf(1000))
                : field.rules().most();
        long room = most.subtract(least).min(BigDecimal.valueOf(1000)).longValue();
        return least.add(BigDecimal.valueOf(random.nextLong(room + 1))).toPlainString();
    }
}
