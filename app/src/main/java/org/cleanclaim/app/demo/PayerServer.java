package org.cleanclaim.app.demo;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.cleanclaim.payer.AnswerFile;

/// The payers of the demo month behind an SFTP server of their own: each has a folder with `in`,
/// where claims and questions are put, and `out`, where the answers lie.
public final class PayerServer implements Closeable {
  private static final String IN = "in";
  private static final String OUT = "out";
  private static final String TAKEN = "taken";

  private final Path folder;
  private final PayerCounterparts payers;
  private final SshServer server;
  private final Clock clock;
  private final ScheduledExecutorService worker;
  private volatile String trouble = "";

  private PayerServer(
      Path folder,
      PayerCounterparts payers,
      SshServer server,
      Clock clock,
      ScheduledExecutorService worker) {
    this.folder = folder;
    this.payers = payers;
    this.server = server;
    this.clock = clock;
    this.worker = worker;
  }

  /// @param folder of the payers: what they were sent, what they answered, the server's key
  /// @param port of the loopback address; 0 for any free one
  /// @param seed where the payers' own numbers begin
  public static PayerServer start(
      Path folder, int port, String user, String password, int seed, Clock clock)
      throws IOException {
    Path files = Files.createDirectories(folder.resolve("sftp"));
    var payers = new PayerCounterparts(Scenario.load(), folder.resolve("received"), seed);
    for (String slug : payers.slugs()) {
      Files.createDirectories(files.resolve(slug).resolve(IN));
      Files.createDirectories(files.resolve(slug).resolve(OUT));
    }
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setPort(port);
    server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(folder.resolve("host-key")));
    server.setPasswordAuthenticator(
        (name, word, session) -> name.equals(user) && word.equals(password));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(files));
    server.start();
    var worker = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    var started = new PayerServer(files, payers, server, clock, worker);
    var _ = worker.scheduleWithFixedDelay(started::work, 0, 500, TimeUnit.MILLISECONDS);
    return started;
  }

  public int port() {
    return server.getPort();
  }

  /// The key that a practice pins, as `SHA256:…`.
  public String hostKey() throws IOException {
    try {
      KeyPair first = server.getKeyPairProvider().loadKeys(null).iterator().next();
      return KeyUtils.getFingerPrint(BuiltinDigests.sha256, first.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IOException("The key of the payers' server cannot be read.", e);
    }
  }

  /// Short names of the payers, which are the names of their folders.
  public List<String> payers() {
    return payers.slugs().stream().sorted().toList();
  }

  /// Why the last look into the folders failed; empty when it did not.
  public String trouble() {
    return trouble;
  }

  private void work() {
    try {
      for (String slug : payers.slugs()) work(slug);
      trouble = "";
    } catch (IOException | RuntimeException e) {
      trouble = String.valueOf(e.getMessage());
    }
  }

  private void work(String slug) throws IOException {
    Path in = folder.resolve(slug).resolve(IN);
    Path out = folder.resolve(slug).resolve(OUT);
    var now = LocalDateTime.now(clock).withSecond(0).withNano(0);
    for (Path file : waiting(in)) {
      String name = file.getFileName().toString();
      put(out, payers.receive(slug, name, Files.readAllBytes(file), now));
      Path taken = Files.createDirectories(in.resolve(TAKEN));
      Files.move(file, taken.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    put(out, payers.payRun(slug, now));
  }

  private static List<Path> waiting(Path in) throws IOException {
    try (var files = Files.list(in)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static void put(Path out, List<AnswerFile> answers) throws IOException {
    for (AnswerFile answer : answers) {
      Path part = out.resolve("." + answer.name() + ".part");
      Files.write(part, answer.bytes());
      Files.move(part, out.resolve(answer.name()), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void close() throws IOException {
    worker.shutdownNow();
    server.stop(true);
  }
}
