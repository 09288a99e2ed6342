package vn.haidang.files.internal;

import java.util.Map;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** What a media type is in the words of somebody who never heard of media types: {@code files.kind.<kind>}. */
public final class PlainKind {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("application/x-msdownload", "program"),
            Map.entry("application/x-dosexec", "program"),
            Map.entry("application/x-executable", "program"),
            Map.entry("application/x-elf", "program"),
            Map.entry("application/x-sharedlib", "program"),
            Map.entry("application/x-mach-o", "program"),
            Map.entry("application/x-sh", "program"),
            Map.entry("application/x-bat", "program"),
            Map.entry("application/java-archive", "program"),
            Map.entry("application/java-vm", "program"),
            Map.entry("application/vnd.android.package-archive", "program"),
            Map.entry("application/zip", "archive"),
            Map.entry("application/gzip", "archive"),
            Map.entry("application/x-tar", "archive"),
            Map.entry("application/x-bzip2", "archive"),
            Map.entry("application/x-xz", "archive"),
            Map.entry("application/x-7z-compressed", "archive"),
            Map.entry("application/x-rar-compressed", "archive"),
            Map.entry("application/msword", "document"),
            Map.entry("application/rtf", "document"),
            Map.entry("application/x-tika-msoffice", "document"),
            Map.entry("application/x-tika-ooxml", "document"),
            Map.entry("application/vnd.oasis.opendocument.text", "document"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "document"),
            Map.entry("application/vnd.ms-excel", "sheet"),
            Map.entry("application/vnd.oasis.opendocument.spreadsheet", "sheet"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "sheet"),
            Map.entry("application/xhtml+xml", "web"),
            Map.entry("application/javascript", "web"),
            Map.entry("text/javascript", "web"),
            Map.entry("text/html", "web"),
            Map.entry("image/svg+xml", "web"),
            Map.entry("application/pdf", "pdf"));

    private PlainKind() {}

    /** For a message: each reader gets it in their language. */
    public static MessageSourceResolvable of(String mediaType) {
        return new DefaultMessageSourceResolvable("files.kind." + kind(mediaType));
    }

    /** Parameters, such as the format of a program, do not change the kind. */
    static String kind(String typed) {
        int parameters = typed.indexOf(';');
        String mediaType = (parameters < 0 ? typed : typed.substring(0, parameters)).strip();
        String known = KINDS.get(mediaType);
        if (known != null) {
            return known;
        }
        int slash = mediaType.indexOf('/');
        return switch (slash < 0 ? mediaType : mediaType.substring(0, slash)) {
            case "text" -> "text";
            case "image" -> "picture";
            case "video" -> "video";
            case "audio" -> "sound";
            default -> "other";
        };
    }
}
