package org.cleanclaim.app.transport;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cleanclaim.app.exchange.Usage;

/// What somebody has to tell to set up a connection.
///
/// @param usage whether its files are real or a test; goes into ISA15 of each
/// @param address a folder, `host` or `host:port` of an SFTP server, or an HTTPS address
/// @param hostKeys the SFTP server's keys as `SHA256:…`; a server with another key is not talked to
/// @param secret name of the file in the home folder's `secrets` that holds the password, the
///   private key or the token; never the secret itself
/// @param outFolder where files for the receiver go, below the address
/// @param inFolder where the receiver leaves files, below the address
public record ConnectionSettings(
    String name,
    ConnectionKind kind,
    Usage usage,
    String address,
    String user,
    List<String> hostKeys,
    String secret,
    String outFolder,
    String inFolder) {
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?");
  private static final Pattern HOST_KEY = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}=?");
  private static final Pattern FOLDER = Pattern.compile("/?[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");
  private static final int SSH = 22;

  public ConnectionSettings {
    hostKeys = List.copyOf(hostKeys);
  }

  /// What is wrong with it, each as a sentence with what to do; empty when it can be saved.
  public List<String> faults() {
    var faults = new ArrayList<String>();
    if (name.isBlank() || name.length() > 60) {
      faults.add("Give the connection a name of at most 60 characters.");
    }
    switch (kind) {
      case FOLDER -> {
        if (!isAbsoluteFolder()) faults.add("Name the folder by its whole path.");
      }
      case SFTP -> sftpFaults(faults);
      case HTTPS -> {
        if (!isHttps()) faults.add("The address has to begin with https:// and name a host.");
        if (!SECRET.matcher(secret).matches()) {
          faults.add("Name the file in the folder secrets that holds the token.");
        }
      }
    }
    if (!FOLDER.matcher(outFolder).matches() || outFolder.contains("..")) {
      faults.add("Name the folder for files to the receiver, such as outbound.");
    }
    if (!FOLDER.matcher(inFolder).matches() || inFolder.contains("..")) {
      faults.add("Name the folder for files from the receiver, such as inbound.");
    }
    if (inFolder.equals(outFolder)) {
      faults.add("Files to the receiver and files from it need folders of their own.");
    }
    return faults;
  }

  private void sftpFaults(List<String> faults) {
    if (!HOST.matcher(address).matches() || port() < 1 || port() > 65_535) {
      faults.add("The address of an SFTP server is a host name, with :port when it is not 22.");
    }
    if (user.isBlank()) faults.add("Name the user at the SFTP server.");
    if (!SECRET.matcher(secret).matches()) {
      faults.add("Name the file in the folder secrets that holds the password or private key.");
    }
    if (hostKeys.isEmpty()) {
      faults.add(
          "Enter the server's key (SHA256:…) as its owner has told you; without it anybody could"
              + " answer in its place.");
    }
    for (String key : hostKeys) {
      if (!HOST_KEY.matcher(key).matches()) {
        faults.add("%s is no SHA256 fingerprint: ssh-keygen -lf prints it.".formatted(key));
      }
    }
  }

  private boolean isAbsoluteFolder() {
    try {
      return !address.isBlank() && Path.of(address).isAbsolute();
    } catch (InvalidPathException _) {
      return false;
    }
  }

  private boolean isHttps() {
    try {
      var uri = URI.create(address);
      boolean isLocal = List.of("localhost", "127.0.0.1").contains(String.valueOf(uri.getHost()));
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return uri.getHost() != null
          && uri.getUserInfo() == null
          && (scheme.equals("https") || (scheme.equals("http") && isLocal));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Host of an SFTP server.
  String host() {
    int colon = address.indexOf(':');
    return colon < 0 ? address : address.substring(0, colon);
  }

  /// Port of an SFTP server; 22 where none is told.
  int port() {
    int colon = address.indexOf(':');
    return colon < 0 ? SSH : Integer.parseInt(address.substring(colon + 1));
  }
}
