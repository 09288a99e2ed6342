package vn.haidang.casework.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import vn.haidang.casework.internal.FactDeclaration;

/** What an official says about a case, as it was typed: by the codes of facts; a day in three fields. */
public record FactsForm(Map<String, String> typed) {

    static final String PREFIX = "fact-";

    static final FactsForm EMPTY = new FactsForm(Map.of());

    private static final String DAY = "-day";
    private static final String MONTH = "-month";
    private static final String YEAR = "-year";

    public FactsForm {
        typed = Map.copyOf(typed);
    }

    static FactsForm of(Map<String, String> parameters) {
        Map<String, String> typed = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                typed.put(name.substring(PREFIX.length()), value.strip());
            }
        });
        return new FactsForm(typed);
    }

    /** What is not blank; three fields of a day are one value. */
    Map<String, Object> declared() {
        Map<String, Object> declared = new TreeMap<>();
        typed.forEach((name, value) -> {
            if (name.endsWith(DAY) && typed.containsKey(name.replace(DAY, YEAR))) {
                TypedDay day = day(name.substring(0, name.length() - DAY.length()));
                if (!day.isEmpty()) {
                    declared.put(name.substring(0, name.length() - DAY.length()), written(day));
                }
            } else if (!value.isEmpty() && !name.endsWith(MONTH) && !name.endsWith(YEAR)) {
                declared.put(name, value);
            }
        });
        return declared;
    }

    /** As typed, else as known. */
    public String value(FactDeclaration fact, Map<String, String> known) {
        return typed.getOrDefault(fact.code(), known.getOrDefault(fact.code(), ""));
    }

    /** As typed, else as known. */
    public TypedDay day(FactDeclaration fact, Map<String, String> known) {
        TypedDay day = day(fact.code());
        String before = known.getOrDefault(fact.code(), "");
        try {
            return day.isEmpty() && !before.isEmpty() ? TypedDay.of(LocalDate.parse(before)) : day;
        } catch (DateTimeException noDay) {
            return day;
        }
    }

    private TypedDay day(String code) {
        return TypedDay.of(typed.get(code + DAY), typed.get(code + MONTH), typed.get(code + YEAR));
    }

    private static String written(TypedDay day) {
        return day.date().map(LocalDate::toString).orElse(day.day() + "/" + day.month() + "/" + day.year());
    }
}
