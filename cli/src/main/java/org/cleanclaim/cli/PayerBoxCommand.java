package org.cleanclaim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.cleanclaim.app.demo.PayerServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The payers of the demo month as a process of their own behind SFTP.
@Command(
    name = "payer-box",
    description = {
      "Run the payers of the demo month behind an SFTP server on this machine.",
      "Put files into /PAYER/in, find the answers in /PAYER/out. For rehearsals and tests."
    },
    mixinStandardHelpOptions = true)
final class PayerBoxCommand implements Callable<Integer> {
  @Option(
      names = "--folder",
      description = "Folder of the payers: what they got, what they answered, the server's key.",
      required = true)
  Path folder = Path.of(".");

  @Option(names = "--port", description = "Port. Default: 2222", defaultValue = "2222")
  int port = 2222;

  @Option(
      names = "--user",
      description = "Who may come in. Default: practice",
      defaultValue = "practice")
  String user = "practice";

  @Option(
      names = "--password-file",
      description = "File with that user's password in one line.",
      required = true)
  Path passwordFile = Path.of(".");

  @Override
  public Integer call() throws IOException, InterruptedException {
    Ports.requireFree(port);
    if (!Files.isReadable(passwordFile)) {
      throw new CommandFailure(
          "There is no file %s. Write the password of the user %s into it."
              .formatted(passwordFile, user));
    }
    String password = Files.readString(passwordFile).strip();
    if (password.isEmpty()) throw new CommandFailure(passwordFile + " is empty.");
    try (var server =
        PayerServer.start(
            folder.toAbsolutePath(),
            port,
            user,
            password,
            1,
            Clock.system(ZoneId.systemDefault()))) {
      System.out.printf(
          "Payers %s wait at localhost:%d for the user %s.%nPin the key %s (stop with Ctrl-C)%n",
          String.join(", ", server.payers()), server.port(), user, server.hostKey());
      new CountDownLatch(1).await();
    }
    return Main.DONE;
  }
}
