package vn.haidang.reference.internal;

import java.util.ArrayList;
import java.util.List;
import vn.haidang.reference.Refusal;

/** The refusals of one file, in the order found; a row already refused is not refused again by a rule over its cells. */
public final class Refusals {

    private static final int MOST = 1000;

    private final String table;
    private final List<Refusal> list = new ArrayList<>();

    public Refusals(String table) {
        this.table = table;
    }

    public String table() {
        return table;
    }

    public boolean any() {
        return !list.isEmpty();
    }

    public void add(long line, String column, String messageKey, Object... arguments) {
        if (list.size() < MOST && list.stream().noneMatch(refusal -> refusal.line() == line && same(refusal, column))) {
            list.add(new Refusal(table, line, column, messageKey, List.of(arguments)));
        }
    }

    boolean refused(long line) {
        return list.stream().anyMatch(refusal -> refusal.line() == line);
    }

    public List<Refusal> list() {
        return List.copyOf(list);
    }

    private static boolean same(Refusal refusal, String column) {
        return refusal.line() != 0 && refusal.column().equals(column);
    }
}
