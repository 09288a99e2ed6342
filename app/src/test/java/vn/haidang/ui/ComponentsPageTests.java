package vn.haidang.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import vn.haidang.ui.internal.Screens;

@SpringJUnitWebConfig(PageContext.class)
class ComponentsPageTests {

    static final List<FieldError> ERRORS = List.of(FieldError.of("child-name", "problem.ui.bad-request"));

    final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "haidang.template");

    @Autowired
    Screens screens;

    Screen screen;

    @BeforeEach
    void begin() {
        screen = screens.of(new MockHttpServletRequest("GET", "/sample"));
    }

    @Test
    void everyComponentStandsOnOnePage() throws IOException {
        var html = page("resident", output -> {
            output.writeContent("<h1 class=\"govuk-heading-l\">Tất cả</h1>");
            draw("errorSummary", Map.of("errors", ERRORS)).writeTo(output);
            draw(
                            "textInput",
                            Map.of(
                                    "name", "child-name",
                                    "label", "Họ và tên của trẻ",
                                    "hint", "Viết đủ họ, chữ đệm và tên",
                                    "error", screen.errorAt(ERRORS, "child-name"),
                                    "value", "Nguyễn <b>An</b>"))
                    .writeTo(output);
            draw(
                            "textInput",
                            Map.of(
                                    "name",
                                    "mother",
                                    "label",
                                    "Họ và tên mẹ",
                                    "value",
                                    "Trần Thị Thuỷ",
                                    "known",
                                    "Lấy từ hồ sơ của bạn, khai ngày 02/03/2026"))
                    .writeTo(output);
            draw(
                            "dateInput",
                            Map.of("name", "birth", "legend", "Ngày sinh", "day", "26", "month", "11", "year", "2026"))
                    .writeTo(output);
            draw(
                            "radios",
                            Map.of(
                                    "name",
                                    "sex",
                                    "legend",
                                    "Giới tính",
                                    "value",
                                    "female",
                                    "options",
                                    List.of(
                                            Option.of("male", "Nam"),
                                            new Option("female", "Nữ", "Theo giấy chứng sinh"))))
                    .writeTo(output);
            draw(
                            "select",
                            Map.of(
                                    "name",
                                    "ward",
                                    "label",
                                    "Phường, xã",
                                    "options",
                                    List.of(Option.of("1", "Phường Hồng Bàng"))))
                    .writeTo(output);
            draw("textArea", Map.of("name", "note", "label", "Ghi chú", "optional", true))
                    .writeTo(output);
            draw("fileUpload", Map.of("name", "paper", "label", "Giấy chứng sinh", "accept", "image/*,application/pdf"))
                    .writeTo(output);
            draw("checkbox", Map.of("name", "sure", "label", "Tôi cam đoan lời khai là đúng"))
                    .writeTo(output);
            draw("button", Map.of("label", "Tiếp tục")).writeTo(output);
            draw("button", Map.of("label", "Lưu, làm sau", "kind", "secondary")).writeTo(output);
            draw("button", Map.of("label", "Rút hồ sơ", "kind", "warning", "href", "/x"))
                    .writeTo(output);
            draw(
                            "summaryList",
                            Map.of(
                                    "title",
                                    "Người yêu cầu",
                                    "rows",
                                    List.of(
                                            SummaryRow.text("Họ và tên", "Phạm Thị <i>Hoa</i>", "/change"),
                                            SummaryRow.text("Ngày sinh", "26/11/1990"))))
                    .writeTo(output);
            for (var colour : List.of("green", "amber", "red", "blue", "grey")) {
                draw("tag", Map.of("text", "Trạng thái " + colour, "colour", colour))
                        .writeTo(output);
            }
            for (var kind : List.of("information", "success", "warning")) {
                draw(
                                "notice",
                                Map.of(
                                        "title",
                                        "Đã nhận hồ sơ",
                                        "kind",
                                        kind,
                                        "content",
                                        new PlainText("Kết quả vào thứ Năm, 26/11/2026.")))
                        .writeTo(output);
            }
            draw(
                            "timeline",
                            Map.of(
                                    "entries",
                                    List.of(
                                            TimelineEntry.done("Đã nộp", "15:04 thứ Tư, 25/11/2026", "Qua điện thoại"),
                                            TimelineEntry.present("Đang thẩm định", "", "Phường Hồng Bàng"),
                                            TimelineEntry.ahead("Trả kết quả", "thứ Năm, 26/11/2026", ""))))
                    .writeTo(output);
            draw("empty", Map.of("title", "Chưa có hồ sơ", "text", "Hồ sơ bạn nộp sẽ hiện ở đây."))
                    .writeTo(output);
            draw("beam", Map.of("reached", 62.5, "target", 80.0, "colour", "amber"))
                    .writeTo(output);
            draw(
                            "pagination",
                            Map.of(
                                    "path",
                                    "/services?q=a",
                                    "slice",
                                    new Slice<>(List.of("a"), new PageRequest(9, 1), 40)))
                    .writeTo(output);
        });
        Files.writeString(Path.of("target/components.html"), html);

        assertThatPage(html)
                .hasErrorSummary("child-name")
                .hasField("child-name", "Nguyễn <b>An</b>")
                .hasSummaryRow("Họ và tên", "Phạm Thị <i>Hoa</i>")
                .hasTag("Trạng thái amber")
                .hasLink("Trang sau →", "/services?q=a&page=10")
                .contains("Từ 9 đến 9 trong 40");
    }

    @Test
    void deskShowsItsQueuesBesideTheWork() {
        var html = page("desk", new PlainText(""));

        assertThat(html).contains("hd-desk__queues").contains("hd-root--desk");
    }

    private String page(String layout, Content content) {
        var output = new StringOutput();
        engine.render(
                "ui/layout/" + layout + ".jte",
                Map.of("screen", screen, "title", "Tất cả", "content", content, "error", true),
                output);
        return output.toString();
    }

    private Content draw(String component, Map<String, Object> values) {
        var all = new HashMap<String, Object>(values);
        all.put("screen", screen);
        return output -> engine.render("ui/component/" + component + ".jte", all, output);
    }
}
