package vn.haidang.form.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.form.FormSchema;
import vn.haidang.form.Forms;
import vn.haidang.form.internal.DefinitionWriter;
import vn.haidang.ui.Access;
import vn.haidang.ui.Requires;

/** What everybody may read of the forms: the schema of each version, and the version itself as it was published. */
@Controller
public class FormPages {

    private static final MediaType SCHEMA = new MediaType("application", "schema+json", StandardCharsets.UTF_8);

    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

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

    @GetMapping("/forms/{code}/{version}/yaml")
    @Requires(Access.PUBLIC)
    ResponseEntity<byte[]> yaml(@PathVariable String code, @PathVariable int version) {
        return yaml(code + "-" + version, DefinitionWriter.write(forms.version(code, version)));
    }

    /** A definition as a file to keep. */
    public static ResponseEntity<byte[]> yaml(String name, String text) {
        return ResponseEntity.ok()
                .contentType(YAML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".yml")
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
