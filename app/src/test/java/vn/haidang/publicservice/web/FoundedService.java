package vn.haidang.publicservice.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.indicator.Facts;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.organization.UnitId;

/** A service that a test founds; the catalogue belongs to all tests, so it is taken out again with all that counted it. */
record FoundedService(String code, LocalDate published) {

    void forget(JdbcClient database, Facts facts, TransactionTemplate transaction, String otherDraft) {
        database.sql("delete from publicservice.service_draft where code in (:codes)")
                .param("codes", List.of(code, otherDraft))
                .update();
        for (var table : List.of(
                "search_term", "service_item", "service_step", "service_channel", "service_version", "source_row")) {
            database.sql("delete from publicservice." + table + " where code = :code")
                    .param("code", code)
                    .update();
        }
        var publications = database.sql("delete from publicservice.publication where code = :code")
                .param("code", code)
                .update();
        if (publications > 0) {
            transaction.executeWithoutResult(status -> facts.add(
                    new MeasureCode("publicservice/multi-device"),
                    "denominator",
                    UnitId.ofKey("city-31"),
                    published,
                    Facts.WHOLE,
                    -1));
        }
        database.sql("update publicservice.edition set edition = gen_random_uuid()")
                .update();
    }
}
