package org.cleanclaim.cli;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;
import org.cleanclaim.app.storage.DatabaseException;
import org.cleanclaim.postgres.PostgresException;
import org.jspecify.annotations.Nullable;

/// Turns a failure into a sentence with a remedy.
final class Failures {
  private static final String DAMAGED =
      "The compressed file is damaged or cut off. Ask the sender to repeat it.";

  private Failures() {}

  static String sentence(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String sentence =
          switch (cause) {
            case PostgresException e -> e.getMessage();
            case DatabaseException e -> e.getMessage();
            case CommandFailure e -> e.getMessage();
            case org.springframework.boot.web.server.PortInUseException e ->
                "Port %d is taken by another program. Choose another with --port."
                    .formatted(e.getPort());
            case NoSuchFileException e ->
                "There is no file %s. Check the name.".formatted(e.getFile());
            case AccessDeniedException e ->
                "The file %s may not be opened. Check its rights.".formatted(e.getFile());
            case FileSystemException e when isFull(e) ->
                "The disk is full. Free some space or choose another --home.";
            case ZipException e -> DAMAGED;
            case EOFException e -> DAMAGED;
            case UncheckedIOException e
                when e.getMessage() != null && e.getMessage().endsWith(".") ->
                isFull(e.getCause())
                    ? "The disk is full. Free some space or choose another --home."
                    : e.getMessage();
            default -> null;
          };
      if (sentence != null) return sentence;
    }
    return "Something went wrong that this program does not know: "
        + failure
        + ". Run again with --debug to see where.";
  }

  private static boolean isFull(@Nullable IOException e) {
    return e != null && String.valueOf(e.getMessage()).contains("No space left");
  }
}
