package org.cleanclaim.app.transport;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/// An SFTP server, spoken to only when it shows one of the pinned keys.
final class SftpLine implements Line {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String DONE = "done";

  private final SshClient client;
  private final ClientSession session;
  private final SftpClient sftp;
  private final String out;
  private final String in;

  private SftpLine(
      SshClient client, ClientSession session, SftpClient sftp, ConnectionSettings settings) {
    this.client = client;
    this.session = session;
    this.sftp = sftp;
    this.out = settings.outFolder();
    this.in = settings.inFolder();
  }

  /// @param secret a password in one line, or a private key in PEM or OpenSSH form
  static SftpLine open(ConnectionSettings settings, String secret) throws IOException {
    SshClient client = SshClient.setUpDefaultClient();
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setHostConfigEntryResolver(
        org.apache.sshd.client.config.hosts.HostConfigEntryResolver.EMPTY);
    var shown = new ArrayList<String>();
    client.setServerKeyVerifier((ClientSession s, SocketAddress address, PublicKey key) -> {
      String print = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
      shown.add(print);
      return settings.hostKeys().stream().anyMatch(pinned -> isSame(pinned, print));
    });
    client.start();
    try {
      var session =
          client
              .connect(settings.user(), settings.host(), settings.port())
              .verify(PATIENCE)
              .getSession();
      identify(session, secret);
      session.auth().verify(PATIENCE);
      var sftp = SftpClientFactory.instance().createSftpClient(session);
      var line = new SftpLine(client, session, sftp, settings);
      line.make(settings.outFolder());
      line.make(settings.inFolder());
      return line;
    } catch (IOException | GeneralSecurityException e) {
      client.stop();
      throw new IOException(trouble(settings, shown, e), e);
    }
  }

  private static String trouble(ConnectionSettings settings, List<String> shown, Exception caught) {
    boolean isOther =
        !shown.isEmpty()
            && settings.hostKeys().stream().noneMatch(pinned -> isSame(pinned, shown.getLast()));
    if (isOther) {
      return "The server at %s shows the key %s, which is not the pinned one. Nothing was sent. Ask its owner whether the key was changed, and enter the new one only then."
          .formatted(settings.address(), shown.getLast());
    }
    if (!shown.isEmpty()) {
      return "The server at %s does not let the user %s in: %s. Look at the user and at the secret %s."
          .formatted(settings.address(), settings.user(), caught.getMessage(), settings.secret());
    }
    return Unreachable.sentence(settings.address(), caught);
  }

  private static boolean isSame(String pinned, String print) {
    return pinned.replace("=", "").equals(print.replace("=", ""));
  }

  private static void identify(ClientSession session, String secret)
      throws IOException, GeneralSecurityException {
    if (!secret.startsWith("-----BEGIN")) {
      session.addPasswordIdentity(secret.strip());
      return;
    }
    try (var in = new java.io.ByteArrayInputStream(secret.getBytes(StandardCharsets.US_ASCII))) {
      Iterable<KeyPair> keys =
          SecurityUtils.loadKeyPairIdentities(session, () -> "the private key", in, null);
      if (keys == null) throw new IOException("the secret holds no private key");
      keys.forEach(session::addPublicKeyIdentity);
    }
  }

  @Override
  public void upload(String name, byte[] bytes) throws IOException {
    try (var to = sftp.write(part(name))) {
      to.write(bytes);
    }
    long there = sftp.stat(part(name)).getSize();
    if (there != bytes.length) {
      throw new IOException(
          "%s arrived with %d of %d bytes; it is sent again.".formatted(name, there, bytes.length));
    }
  }

  @Override
  public void release(String name, byte[] bytes) throws IOException {
    sftp.rename(part(name), out + "/" + name);
  }

  @Override
  public Place place(String name) throws IOException {
    if (isThere(part(name))) return Place.UPLOADED;
    return isThere(out + "/" + name) ? Place.RELEASED : Place.TAKEN;
  }

  @Override
  public List<String> waiting() throws IOException {
    var names = new ArrayList<String>();
    for (var entry : sftp.readDir(in)) {
      if (entry.getAttributes().isRegularFile() && !entry.getFilename().startsWith(".")) {
        names.add(entry.getFilename());
      }
    }
    names.sort(Comparator.naturalOrder());
    return names;
  }

  @Override
  public byte[] fetch(String name) throws IOException {
    try (var from = sftp.read(in + "/" + name)) {
      return from.readAllBytes();
    }
  }

  @Override
  public void done(String name) throws IOException {
    make(in + "/" + DONE);
    String target = in + "/" + DONE + "/" + name;
    if (isThere(target)) sftp.remove(target);
    sftp.rename(in + "/" + name, target);
  }

  @Override
  public void close() throws IOException {
    try (client;
        session;
        sftp) {
      client.stop();
    }
  }

  private boolean isThere(String path) throws IOException {
    try {
      sftp.stat(path);
      return true;
    } catch (SftpException e) {
      if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) return false;
      throw e;
    }
  }

  private void make(String folder) throws IOException {
    if (!isThere(folder)) sftp.mkdir(folder);
  }

  private String part(String name) {
    return out + "/." + name + ".part";
  }
}
