package vn.haidang.publicservice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import vn.haidang.form.Upload;

/** The files that came with a request; a file field left empty sends a part without a name, which is none. */
final class Uploads {

    private static final int LONGEST_NAME = 200;

    private Uploads() {}

    static List<Upload> of(HttpServletRequest request) {
        var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return multipart == null
                ? List.of()
                : multipart.getMultiFileMap().entrySet().stream()
                        .flatMap(part -> part.getValue().stream()
                                .filter(Uploads::chosen)
                                .map(file -> new Upload(part.getKey(), name(file), file::getInputStream)))
                        .toList();
    }

    private static boolean chosen(MultipartFile file) {
        return !name(file).isEmpty();
    }

    /** The last part of what the browser calls the file, which some send with its folders. */
    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        if (name == null) {
            return "";
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return last.substring(Math.max(0, last.length() - LONGEST_NAME));
    }
}
