package vn.haidang.casework.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.haidang.expression.Declarations;
import vn.haidang.expression.ValueType;

/** A fact that cases of a procedure may declare. */
public record FactDeclaration(String code, ValueType type, String name, String nameEn) {

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : name;
    }

    public boolean isFlag() {
        return type == ValueType.FLAG;
    }

    public boolean isNumber() {
        return type == ValueType.NUMBER;
    }

    public boolean isDay() {
        return type == ValueType.DAY;
    }

    /** As one cell says it. */
    static String write(List<FactDeclaration> facts) {
        return facts.stream()
                .map(fact -> String.join(":", fact.code, fact.type.code(), fact.name, fact.nameEn))
                .collect(Collectors.joining("; "));
    }

    /** Reads what {@link #write} writes; entries that are none go to {@code wrong} and are left out. */
    static List<FactDeclaration> read(String cell, Consumer<String> wrong) {
        List<FactDeclaration> facts = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (String entry : cell.split(";", -1)) {
            if (entry.isBlank()) {
                continue;
            }
            String[] parts = entry.strip().split(":", -1);
            ValueType type = parts.length == 4 ? ValueType.of(parts[1].strip()).orElse(null) : null;
            if (type == null
                    || !Declarations.isName(parts[0].strip())
                    || parts[2].isBlank()
                    || parts[3].isBlank()
                    || !codes.add(parts[0].strip())) {
                wrong.accept(entry.strip());
            } else {
                facts.add(new FactDeclaration(parts[0].strip(), type, parts[2].strip(), parts[3].strip()));
            }
        }
        return List.copyOf(facts);
    }

    static Declarations declarations(List<FactDeclaration> facts) {
        return new Declarations(facts.stream().collect(Collectors.toMap(FactDeclaration::code, FactDeclaration::type)));
    }
}
