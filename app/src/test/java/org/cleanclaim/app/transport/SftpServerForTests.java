package org.cleanclaim.app.transport;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.cleanclaim.app.exchange.Usage;

/// A clearinghouse on this machine that can be stopped and started again on its port.
public final class SftpServerForTests implements Closeable {
  public static final String PASSWORD = "let me in";

  public final Path files;
  private final SimpleGeneratorHostKeyProvider keys;
  private SshServer server;
  private final int port;
  private final AtomicInteger left = new AtomicInteger(-1);

  public SftpServerForTests(Path folder) throws IOException {
    files = Files.createDirectories(folder.resolve("files"));
    keys = new SimpleGeneratorHostKeyProvider(folder.resolve("host-key"));
    server = start(0);
    port = server.getPort();
  }

  private SshServer start(int at) throws IOException {
    var made = SshServer.setUpDefaultServer();
    made.setHost("127.0.0.1");
    made.setPort(at);
    made.setKeyPairProvider(keys);
    made.setPasswordAuthenticator(
        (name, word, session) -> name.equals("practice") && word.equals(PASSWORD));
    made.setSubsystemFactories(List.of(breaking()));
    made.setFileSystemFactory(new VirtualFileSystemFactory(files));
    made.start();
    return made;
  }

  /// Goes down when the file after so many is about to be released.
  public void breakAfter(int files) {
    left.set(files);
  }

  private SftpSubsystemFactory breaking() {
    var factory = new SftpSubsystemFactory();
    factory.addSftpEventListener(
        new SftpEventListener() {
          @Override
          public void moving(
              ServerSession session, Path from, Path to, Collection<CopyOption> options)
              throws IOException {
            if (left.getAndDecrement() != 0) return;
            server.close(true);
            throw new IOException("going down");
          }
        });
    return factory;
  }

  public int port() {
    return port;
  }

  public void stop() throws IOException {
    server.stop(true);
  }

  public void startAgain() throws IOException {
    server = start(port);
  }

  public String hostKey() throws Exception {
    var key = keys.loadKeys(null).iterator().next().getPublic();
    return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
  }

  ConnectionSettings settings(String name, String secret) throws Exception {
    return new ConnectionSettings(
        name,
        ConnectionKind.SFTP,
        Usage.LIVE,
        "localhost:" + port,
        "practice",
        List.of(hostKey()),
        secret,
        "in",
        "out");
  }

  public List<String> received() throws IOException {
    Path in = files.resolve("in");
    if (!Files.isDirectory(in)) return List.of();
    try (var list = Files.list(in)) {
      return list.filter(Files::isRegularFile)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
