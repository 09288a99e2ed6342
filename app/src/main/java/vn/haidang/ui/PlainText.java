package vn.haidang.ui;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.springframework.web.util.HtmlUtils;

/** Text as content: escaped, so that what a person typed can never become markup. */
public record PlainText(String text) implements Content {

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(HtmlUtils.htmlEscape(text, "UTF-8"));
    }

    @Override
    public boolean isEmptyContent() {
        return text.isEmpty();
    }
}
