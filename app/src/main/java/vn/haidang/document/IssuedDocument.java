package vn.haidang.document;

import java.time.LocalDate;
import java.util.UUID;
import vn.haidang.files.FileId;
import vn.haidang.organization.UnitId;

/** A document that was given out: its number within unit, kind and year, and its PDF. */
public record IssuedDocument(UUID id, String number, String kind, UnitId issuer, LocalDate issuedOn, FileId file) {

    /** A number as it is written: below 10 with a leading zero (Decree 30/2020/NĐ-CP), then the year. */
    public static String number(int number, int year) {
        return "%02d/%d".formatted(number, year);
    }
}
