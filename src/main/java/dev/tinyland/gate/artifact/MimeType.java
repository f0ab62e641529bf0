package dev.tinyland.gate.artifact;

import java.util.Locale;

/** What a file holds, by its name. */
final class MimeType {
  static final String ZIP = "application/zip";

  private MimeType() {}

  /** For the kinds of files that gate writes, what GitHub's client says; else plain bytes. */
  static String of(String name) {
    int dot = name.lastIndexOf('.');
    String extension = dot < 1 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
    return switch (extension) {
      case ".txt" -> "text/plain";
      case ".md" -> "text/markdown";
      case ".html", ".htm" -> "text/html";
      case ".css" -> "text/css";
      case ".csv" -> "text/csv";
      case ".xml" -> "text/xml";
      case ".json" -> "application/json";
      case ".yaml", ".yml" -> "application/x-yaml";
      case ".svg" -> "image/svg+xml";
      case ".png" -> "image/png";
      case ".pdf" -> "application/pdf";
      case ".zip" -> ZIP;
      case ".gz" -> "application/gzip";
      case ".tar" -> "application/x-tar";
      default -> "application/octet-stream";
    };
  }
}
