package vn.haidang.organization.internal;

/** Whether two texts differ by one slip of the pen: a letter too many, too few, wrong, or two changed over. */
final class Slip {

    private Slip() {}

    static boolean between(String typed, String meant) {
        var longer = typed.length() >= meant.length() ? typed : meant;
        var shorter = typed.length() >= meant.length() ? meant : typed;
        if (longer.length() - shorter.length() > 1) {
            return false;
        }
        int i = 0;
        while (i < shorter.length() && longer.charAt(i) == shorter.charAt(i)) {
            i++;
        }
        if (longer.length() > shorter.length()) {
            return longer.substring(i + 1).equals(shorter.substring(i));
        }
        return i == longer.length() || wrong(longer, shorter, i) || changedOver(longer, shorter, i);
    }

    private static boolean wrong(String one, String other, int at) {
        return one.substring(at + 1).equals(other.substring(at + 1));
    }

    private static boolean changedOver(String one, String other, int at) {
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.substring(at + 2).equals(other.substring(at + 2));
    }
}
