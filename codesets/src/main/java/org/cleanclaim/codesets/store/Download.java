package org.cleanclaim.codesets.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Fetches a publisher's file.
public final class Download {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LARGEST_BYTES = 512L << 20;
  private static final int PROGRESS_BYTES = 1 << 20;

  private Download() {}

  /// Saves what an address gives.
  ///
  /// @param folder where to
  /// @return the file, named as the address ends
  /// @throws IOException with a sentence that says what to do
  public static Path to(Path folder, String address, InstallProgress progress) throws IOException {
    URI uri = uri(address);
    String name = name(uri);
    Path file = Files.createTempDirectory(folder, "download").resolve(name);
    try (var client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build()) {
      progress.at("Downloading " + name, 0, 0);
      var response =
          client.send(
              HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() != 200) {
          throw new IOException(
              "%s answers %d. %s".formatted(address, response.statusCode(), lookAt(address)));
        }
        long expected = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        long got = save(body, file, name, expected, progress);
        if (expected >= 0 && got != expected) {
          throw new IOException(
              "%s broke off after %,d of %,d bytes. Try again.".formatted(address, got, expected));
        }
      }
      return file;
    } catch (ConnectException | java.net.http.HttpTimeoutException e) {
      throw new IOException(
          "%s cannot be reached. Check the network, or download the file elsewhere and install it with --from."
              .formatted(address),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The download of " + address + " was stopped.", e);
    }
  }

  private static long save(
      InputStream body, Path file, String name, long expected, InstallProgress progress)
      throws IOException {
    long got = 0;
    long told = 0;
    var buffer = new byte[1 << 16];
    try (var out = Files.newOutputStream(file)) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        out.write(buffer, 0, read);
        got += read;
        if (got > LARGEST_BYTES) {
          throw new IOException(name + " is larger than any code set. Check the address.");
        }
        if (got - told >= PROGRESS_BYTES) {
          told = got;
          progress.at(
              expected > 0
                  ? "Downloading %s, %,d of %,d MB".formatted(name, got >> 20, expected >> 20)
                  : "Downloading %s, %,d MB".formatted(name, got >> 20),
              0,
              0);
        }
      }
    }
    return got;
  }

  private static URI uri(String address) throws IOException {
    try {
      return URI.create(address.replace(" ", "%20"));
    } catch (IllegalArgumentException e) {
      throw new IOException(address + " is no address. Check it.", e);
    }
  }

  private static String name(URI uri) {
    String path = uri.getPath() == null ? "" : uri.getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.isBlank() ? "download" : name;
  }

  private static String lookAt(String address) {
    return OfficialFiles.page(address)
        .map(page ->
            "Look on %s for the file's present address and give it to --from.".formatted(page))
        .orElse("Check the address.");
  }
}
