package org.cleanclaim.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.x12.tool.SplitResult;
import org.cleanclaim.x12.tool.Splitter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Splits a file into whole smaller ones.
@Command(
    name = "split",
    description = "Split a file into whole smaller ones.",
    mixinStandardHelpOptions = true)
final class X12SplitCommand implements Callable<Integer> {
  private static final Pattern CLAIMS = Pattern.compile("claims=([1-9][0-9]{0,6})");

  @Spec
  @SuppressWarnings("NullAway.Init") // set before the command runs
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A file, or - for standard input.")
  Path file = Path.of("-");

  @Option(
      names = "--by",
      required = true,
      description = "transaction, or claims=N for parts of N claims each.")
  String by = "";

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "DIR",
      description = "The folder for the parts.")
  Path out = Path.of(".");

  @Override
  public Integer call() throws IOException {
    Matcher claims = CLAIMS.matcher(by);
    boolean isByClaims = claims.matches();
    if (!isByClaims && !by.equals("transaction")) {
      throw new ParameterException(
          spec.commandLine(), "--by takes transaction or claims=N, not " + by + ".");
    }
    Files.createDirectories(out);
    String stem =
        X12Input.isStandardInput(file)
            ? "part"
            : file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    Splitter.Parts parts =
        number ->
            new BufferedOutputStream(
                Files.newOutputStream(out.resolve("%s-%04d.x12".formatted(stem, number))));
    SplitResult result;
    try (InputStream in = X12Input.open(file)) {
      String name = X12Input.name(file);
      result =
          isByClaims
              ? Splitter.byClaims(in, name, Integer.parseInt(claims.group(1)), parts)
              : Splitter.byTransaction(in, name, parts);
    }
    return switch (result) {
      case SplitResult.Parted parted -> {
        System.out.printf(
            "%,d files with %,d %s in %s%n",
            parted.parts(), parted.items(), isByClaims ? "claims" : "transactions", out);
        yield Main.DONE;
      }
      case SplitResult.Refused refused -> {
        System.out.println(refused.reason());
        yield Main.FINDINGS;
      }
    };
  }
}
