package vn.haidang.reference.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.haidang.reference.ReferenceRow;

/**
 * A row of a file, its cells already trimmed and composed.
 *
 * @param elsewhere lines of the cells that do not stand on the line of the row
 */
public record CsvRow(long line, Map<String, String> cells, Map<String, Long> elsewhere, Refusals refusals)
        implements ReferenceRow {

    private static final LocalDate STAND_IN = LocalDate.EPOCH;

    @Override
    public String text(String column) {
        var text = cell(column);
        if (text.isEmpty()) {
            refusals.add(lineOf(column), column, "reference.refused.empty");
        }
        return text;
    }

    @Override
    public Optional<String> optionalText(String column) {
        return Optional.of(cell(column)).filter(text -> !text.isEmpty());
    }

    @Override
    public String oneOf(String column, Set<String> codes) {
        var text = text(column);
        if (!text.isEmpty() && !codes.contains(text)) {
            refusals.add(lineOf(column), column, "reference.refused.code", text, String.join(", ", codes));
        }
        return codes.contains(text) ? text : codes.iterator().next();
    }

    @Override
    public LocalDate date(String column) {
        var text = text(column);
        return text.isEmpty() ? STAND_IN : parseDate(column, text);
    }

    @Override
    public Optional<LocalDate> optionalDate(String column) {
        return optionalText(column).map(text -> parseDate(column, text));
    }

    @Override
    public int integer(String column) {
        var text = text(column);
        if (text.isEmpty()) {
            return 0;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            refusals.add(lineOf(column), column, "reference.refused.integer", text);
            return 0;
        }
    }

    @Override
    public Optional<BigDecimal> optionalDecimal(String column) {
        return optionalText(column).map(text -> parseDecimal(column, text));
    }

    @Override
    public boolean flag(String column) {
        return "true".equals(oneOf(column, Set.of("true", "false")));
    }

    @Override
    public void refuse(String column, String messageKey, Object... arguments) {
        if (!refusals.refused(lineOf(column))) {
            refusals.add(lineOf(column), column, messageKey, arguments);
        }
    }

    private LocalDate parseDate(String column, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            refusals.add(lineOf(column), column, "reference.refused.date", text);
            return STAND_IN;
        }
    }

    private BigDecimal parseDecimal(String column, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            refusals.add(lineOf(column), column, "reference.refused.decimal", text);
            return BigDecimal.ZERO;
        }
    }

    private long lineOf(String column) {
        return elsewhere.getOrDefault(column, line);
    }

    private String cell(String column) {
        var text = cells.get(column);
        if (text == null) {
            throw new IllegalArgumentException("column " + column + " is not declared");
        }
        return text;
    }
}
