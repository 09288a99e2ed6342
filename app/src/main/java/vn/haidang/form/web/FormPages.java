package vn.haidang.form.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.form.FormSchema;
import vn.haidang.form.Forms;
import vn.haidang.ui.Access;
import vn.haidang.ui.Requires;

/** What programs may read of the forms: the schema of each version, for everybody. */
@Controller
class FormPages {

    private static final MediaType SCHEMA = new MediaType("application", "schema+json", StandardCharsets.UTF_8);

    private final Forms forms;
    private final JsonMapper json;

    FormPages(Forms forms, JsonMapper json) {
        this.forms = forms;
        this.json = json;
    }

    @GetMapping("/forms/{code}/{version}/schema.json")
    @Requires(Access.PUBLIC)
    ResponseEntity<byte[]> schema(@PathVariable String code, @PathVariable int version) {
        return ResponseEntity.ok()
                .contentType(SCHEMA)
                .body(json.writeValueAsBytes(FormSchema.of(forms.version(code, version))));
    }
}
