package org.cleanclaim.app.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cleanclaim.app.exchange.Home;
import org.springframework.stereotype.Component;

/// Opens connections. What they need to be let in lies in files of the home folder's `secrets`,
/// which no page shows.
@Component
public class Lines {
  private final Home home;

  Lines(Home home) {
    this.home = home;
  }

  /// @throws IOException with a sentence that says what is wrong and what to do
  public Line open(ConnectionSettings settings) throws IOException {
    return switch (settings.kind()) {
      case FOLDER -> FolderLine.open(settings);
      case SFTP -> SftpLine.open(settings, secret(settings));
      case HTTPS -> HttpsLine.open(settings, secret(settings));
    };
  }

  private String secret(ConnectionSettings settings) throws IOException {
    Path file = home.secrets().resolve(settings.secret());
    if (!Files.isReadable(file)) {
      throw new IOException(
          "There is no file %s in the folder %s. Put the password, private key or token there, readable by the program alone."
              .formatted(settings.secret(), home.secrets()));
    }
    return Files.readString(file);
  }
}
