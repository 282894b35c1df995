package org.cleanclaim.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.cleanclaim.x12.tool.Deidentifier;
import org.cleanclaim.x12.tool.Pseudonyms;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Replaces everything in a file that may say who somebody is.
@Command(
    name = "deidentify",
    description = {
      "Replace names, addresses, numbers and free text; codes, amounts and dates of service stay.",
      "With one seed a value becomes the same other value in every file. The seed undoes it:"
          + " keep it secret."
    },
    mixinStandardHelpOptions = true)
final class X12DeidentifyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A file, or - for standard input.")
  Path file = Path.of("-");

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "OUT",
      description = "The file to write.")
  Path out = Path.of("-");

  @Option(names = "--seed", description = "To treat several files alike; else a random one.")
  @Nullable Long seed;

  @Option(
      names = "--keep-envelopes",
      description = "Leave sender and receiver of the envelopes as they are.")
  boolean keepsEnvelopes;

  @Override
  public Integer call() throws IOException {
    if (!X12Input.isStandardInput(file) && Files.exists(out) && Files.isSameFile(file, out)) {
      throw new CommandFailure("The file would overwrite itself. Choose another name with --out.");
    }
    var pseudonyms = new Pseudonyms(seed == null ? new SecureRandom().nextLong() : seed);
    try (InputStream in = X12Input.open(file);
        OutputStream to = new BufferedOutputStream(Files.newOutputStream(out))) {
      if (keepsEnvelopes) {
        Deidentifier.rewriteBetweenEnvelopes(in, to, pseudonyms);
      } else {
        Deidentifier.rewrite(in, to, pseudonyms);
      }
    }
    System.out.println("Written to " + out + ". Look it over before you send it.");
    return Main.DONE;
  }
}
