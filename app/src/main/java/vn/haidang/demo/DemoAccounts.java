package vn.haidang.demo;

import java.util.List;

/** The accounts a visitor may try, in the order they are printed. */
final class DemoAccounts {

    /**
     * One account.
     *
     * @param role message key of what this person does
     * @param unitKey where, empty for residents
     */
    record Shown(String username, String displayName, String role, String unitKey) {}

    static final List<String> COMMUNES = List.of("commune-11311-c", "commune-11329-c", "commune-11824-c");
    static final List<String> DISTRICTS = List.of("district-303", "district-304");
    static final String CITY_DEPARTMENT = "dept-tu-phap";

    static final List<Shown> SHOWN = List.of(
            new Shown("lan", "Nguyễn Thị Lan", "resident", ""),
            new Shown("minh", "Trần Văn Minh", "resident", ""),
            new Shown("hoa", "Phạm Thị Hoa", "resident", ""),
            new Shown("mot-cua", "Vũ Thị Thu", "one-stop-officer", "commune-11311-c"),
            new Shown("thu-ly", "Đỗ Văn Hùng", "specialist", "commune-11311-c"),
            new Shown("lanh-dao", "Bùi Thị Ngọc", "unit-head", "commune-11311-c"),
            new Shown("mot-cua-2", "Hoàng Văn Nam", "one-stop-officer", "commune-11329-c"),
            new Shown("thu-ly-2", "Lê Thị Mai", "specialist", "commune-11329-c"),
            new Shown("lanh-dao-2", "Đặng Văn Phúc", "unit-head", "commune-11329-c"),
            new Shown("chu-tich", "Ngô Văn Khải", "leader", "city-31"),
            new Shown("quan-tri", "Phan Thị Yến", "administrator", "city-31"),
            new Shown("kiem-tra", "Trịnh Văn Long", "auditor", "city-31"));

    private DemoAccounts() {}
}
