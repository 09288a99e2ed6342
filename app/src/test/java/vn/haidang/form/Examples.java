package vn.haidang.form;

import java.util.Map;
import java.util.Random;
import vn.haidang.organization.UnitId;

/** Answers that tests begin with. */
public final class Examples {

    private Examples() {}

    /** Up to 60 code points from anywhere, with letters, digits and marks more often. */
    public static String anyText(Random random) {
        return random.ints(random.nextInt(60), 0, 4)
                .map(kind -> switch (kind) {
                    case 0 -> random.nextInt(0x20, 0x7f);
                    case 1 -> random.nextInt(0x300, 0x370);
                    case 2 -> random.nextInt(0xc0, 0x1f00);
                    default -> random.nextInt(Character.MAX_CODE_POINT + 1);
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A birth registration with nothing wrong, of married parents, with one file. */
    public static Map<String, String> completeBirth(UnitId residence) {
        return Map.ofEntries(
                Map.entry("child.full-name", "Nguyễn Minh An"),
                Map.entry("child.sex", "female"),
                Map.entry("child.birth-date", "2026-02-20"),
                Map.entry("child.birth-place-kind", "facility"),
                Map.entry("child.birth-facility", "Bệnh viện Phụ sản Hải Phòng"),
                Map.entry("child.birth-place", "phường Gia Viên, thành phố Hải Phòng"),
                Map.entry("child.ethnicity", "Kinh"),
                Map.entry("child.nationality", "vietnam"),
                Map.entry("child.home-town", "xã Tiên Lãng, thành phố Hải Phòng"),
                Map.entry("mother.full-name", "Phạm Thị Hoa"),
                Map.entry("mother.birth-date", "1996-05-04"),
                Map.entry("mother.residence", "12 Lê Lợi, phường Gia Viên, thành phố Hải Phòng"),
                Map.entry("parents.marriage", "married"),
                Map.entry("father.full-name", "Nguyễn Văn Nam"),
                Map.entry("father.birth-date", "1994-11-30"),
                Map.entry("father.residence", "12 Lê Lợi, phường Gia Viên, thành phố Hải Phòng"),
                Map.entry("declarant.relation", "mother"),
                Map.entry("declarant.full-name", "Phạm Thị Hoa"),
                Map.entry("declarant.birth-date", "1996-05-04"),
                Map.entry("declarant.personal-number", "031196001234"),
                Map.entry("declarant.phone", "0912345678"),
                Map.entry("declarant.residence", residence.value().toString()),
                Map.entry("declarant.street", "12 Lê Lợi"),
                Map.entry("birth-proof.kind", "notification"),
                Map.entry("birth-proof.files", "0198f0a0-0000-7000-8000-000000000001"),
                Map.entry("delivery.way", "electronic"),
                Map.entry("declaration", "yes"));
    }
}
