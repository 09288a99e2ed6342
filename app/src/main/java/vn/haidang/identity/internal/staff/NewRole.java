package vn.haidang.identity.internal.staff;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.haidang.identity.Role;

/** A role as somebody wants to found it: the code stays for ever, since old acts speak of it; the names are what people read. */
public record NewRole(String code, String name, String nameEn) {

    public static final NewRole EMPTY = new NewRole("", "", "");

    static final int LONGEST_CODE = 40;
    static final int LONGEST_NAME = 80;

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
    private static final Pattern NAME = Pattern.compile("[^|\\p{Cntrl}]+");

    /** Words of the addresses at which roles are changed. */
    private static final Set<String> ADDRESSES = Set.of("new", "import", "save");

    public static NewRole typed(String code, String name, String nameEn) {
        return new NewRole(strip(code).toLowerCase(Locale.ROOT), strip(name), strip(nameEn));
    }

    static NewRole of(RoleEdit.Found found) {
        return new NewRole(found.role().code(), found.name(), found.nameEn());
    }

    public RoleEdit.Found edit() {
        return new RoleEdit.Found(new Role(code), name, nameEn);
    }

    /** What is wrong with the words themselves; whether the code is taken is for {@link RoleRows#codes()} to say. */
    public List<StaffSlip> slips() {
        List<StaffSlip> slips = new ArrayList<>();
        check(slips, "name", name);
        check(slips, "name_en", nameEn);
        if (code.length() < 2
                || code.length() > LONGEST_CODE
                || !CODE.matcher(code).matches()) {
            slips.add(StaffSlip.of(0, "code", "identity.role.refused.code", code, LONGEST_CODE));
        } else if (ADDRESSES.contains(code)) {
            slips.add(StaffSlip.of(0, "code", "identity.role.refused.taken", code));
        }
        return slips;
    }

    private static void check(List<StaffSlip> slips, String column, String name) {
        if (name.isEmpty()) {
            slips.add(StaffSlip.of(0, column, "identity.role.refused." + column));
        } else if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            slips.add(StaffSlip.of(0, column, "identity.role.refused.words", LONGEST_NAME));
        }
    }

    private static String strip(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }
}
