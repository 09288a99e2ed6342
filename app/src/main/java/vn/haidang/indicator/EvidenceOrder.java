package vn.haidang.indicator;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.haidang.ui.Problem;

/**
 * In which order the records behind a number stand, the greatest first: what makes the place of one among them, as SQL. No two
 * records stand at the same place, and no part of it is null.
 */
public record EvidenceOrder(List<Key> keys) {

    private static final String BETWEEN = "~";
    private static final int BAD_REQUEST = 400;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    /** What a part of a place is. */
    public enum Kind {
        DAY("date"),
        INSTANT("timestamptz"),
        NUMBER("bigint"),
        FLAG("boolean"),
        ID("uuid"),
        TEXT("text");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** As it stands in an address. */
        private String text(String sql) {
            return this == INSTANT
                    ? "to_char(" + sql + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                    : "cast(" + sql + " as text)";
        }

        private Object read(String text) {
            return switch (this) {
                case DAY -> sensible(LocalDate.parse(text)).toString();
                case INSTANT -> {
                    Instant moment = Instant.parse(text);
                    sensible(LocalDate.ofInstant(moment, ZoneOffset.UTC));
                    yield moment.toString();
                }
                case NUMBER -> Long.valueOf(text);
                case FLAG -> Boolean.valueOf(text);
                case ID -> UUID.fromString(text).toString();
                case TEXT -> text.replace("\0", "");
            };
        }

        /** What no database reads is no place. */
        private static LocalDate sensible(LocalDate day) {
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw new DateTimeException(day.toString());
            }
            return day;
        }
    }

    /** A part of a place, and the expression that gives it. */
    public record Key(Kind kind, String sql) {}

    public EvidenceOrder {
        keys = List.copyOf(keys);
    }

    public static EvidenceOrder of(Key... keys) {
        return new EvidenceOrder(List.of(keys));
    }

    public static Key day(String sql) {
        return new Key(Kind.DAY, sql);
    }

    public static Key instant(String sql) {
        return new Key(Kind.INSTANT, sql);
    }

    public static Key number(String sql) {
        return new Key(Kind.NUMBER, sql);
    }

    public static Key flag(String sql) {
        return new Key(Kind.FLAG, sql);
    }

    public static Key id(String sql) {
        return new Key(Kind.ID, sql);
    }

    public static Key text(String sql) {
        return new Key(Kind.TEXT, sql);
    }

    /** The place of a record, to be read as {@code place}. */
    public String place() {
        return keys.stream()
                .map(key -> key.kind().text(key.sql()))
                .collect(Collectors.joining(", ", "concat_ws('" + BETWEEN + "', ", ") as place"));
    }

    /**
     * {@code and …}: only what stands beyond the place asked from; nothing where the newest are asked for. The first key is also
     * asked alone: a comparison over several tables begins at no place in an index, that of one of them does.
     */
    public String beyond(EvidencePage page) {
        if (page.place() == null) {
            return "";
        }
        String here = keys.stream().map(Key::sql).collect(Collectors.joining(", ", "(", ")"));
        String there = IntStream.range(0, keys.size())
                .mapToObj(number ->
                        "cast(:" + name(number) + " as " + keys.get(number).kind().type + ")")
                .collect(Collectors.joining(", ", "(", ")"));
        return reaching(0, page) + " and " + here + (page.backwards() ? " > " : " < ") + there;
    }

    /** {@code and …}: one key reaches that of the place asked from; holds for all beyond it where the keys before are equal. */
    public String reaching(int number, EvidencePage page) {
        if (page.place() == null) {
            return "";
        }
        Key key = keys.get(number);
        return " and (" + key.sql() + ")" + (page.backwards() ? " >= " : " <= ") + "cast(:" + name(number) + " as "
                + key.kind().type + ")";
    }

    /** {@code order by …}, from the place asked from. */
    public String by(EvidencePage page) {
        return keys.stream()
                .map(key -> key.sql() + (page.backwards() ? " asc" : " desc"))
                .collect(Collectors.joining(", ", " order by ", ""));
    }

    /**
     * The place asked from, as {@link #beyond} names it, and one record more than the page holds, as {@code size}.
     *
     * @throws vn.haidang.ui.ProblemException {@code indicator/unreadable} where no place stands there
     */
    public Map<String, Object> parameters(EvidencePage page) {
        var parameters = new HashMap<String, Object>();
        parameters.put("size", page.size() + 1);
        String place = page.place();
        if (place == null) {
            return parameters;
        }
        var parts = new ArrayList<>(List.of(place.split(BETWEEN, keys.size())));
        try {
            if (parts.size() != keys.size()) {
                throw new IllegalArgumentException(place);
            }
            for (int number = 0; number < parts.size(); number++) {
                parameters.put(name(number), keys.get(number).kind().read(parts.get(number)));
            }
        } catch (IllegalArgumentException | DateTimeException unread) {
            throw Problem.of("indicator/unreadable", BAD_REQUEST, page.backwards() ? "before" : "after")
                    .exception();
        }
        return parameters;
    }

    private static String name(int number) {
        return "place_" + number;
    }
}
